//! GeoJSON of any size, one feature at a time: what services of maps answer, cut or put together without holding it whole.

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// A feature as it stands in the file.
pub(crate) type Feature = Map<String, Value>;

/// What stands beside the features.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Beside {
    /// How many features there were.
    pub features: usize,
    /// Whether the service says that there are more.
    pub has_more: bool,
    /// What the service says in place of features.
    pub error: Option<Value>,
}

/// Hands out the features of a file in their order.
///
/// # Errors
/// What the reader of JSON says; an error of `take` ends the reading and comes back as it is.
pub(crate) fn each_feature(path: &Path, mut take: impl FnMut(Feature) -> io::Result<()>) -> Result<Beside, serde_json::Error> {
    let file = File::open(path).map_err(serde_json::Error::io)?;
    let mut text = BufReader::with_capacity(1 << 16, file);
    let mut reader = serde_json::Deserializer::from_reader(text.by_ref());
    let beside = Root(&mut take).deserialize(&mut reader)?;
    reader.end()?;
    Ok(beside)
}

struct Root<'a, T>(&'a mut T);
struct List<'a, T>(&'a mut T);

#[derive(Deserialize)]
struct More {
    #[serde(default, rename = "exceededTransferLimit")]
    exceeded: bool,
}

impl<'de, T: FnMut(Feature) -> io::Result<()>> DeserializeSeed<'de> for Root<'_, T> {
    type Value = Beside;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Beside, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, T: FnMut(Feature) -> io::Result<()>> Visitor<'de> for Root<'_, T> {
    type Value = Beside;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a collection of features")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Beside, A::Error> {
        let mut beside = Beside::default();
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "features" => beside.features += map.next_value_seed(List(&mut *self.0))?,
                "exceededTransferLimit" => beside.has_more |= map.next_value::<bool>()?,
                "properties" => beside.has_more |= map.next_value::<Option<More>>()?.is_some_and(|more| more.exceeded),
                "error" => beside.error = Some(map.next_value()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(beside)
    }
}

impl<'de, T: FnMut(Feature) -> io::Result<()>> DeserializeSeed<'de> for List<'_, T> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: FnMut(Feature) -> io::Result<()>> Visitor<'de> for List<'_, T> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<usize, A::Error> {
        let mut count = 0;
        while let Some(feature) = list.next_element()? {
            self.0(feature).map_err(A::Error::custom)?;
            count += 1;
        }
        Ok(count)
    }
}

/// A collection of features that is being written.
pub(crate) struct Collection {
    file: BufWriter<File>,
    features: usize,
}

impl Collection {
    /// Begins a file; one that is there is replaced.
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        let mut file = BufWriter::new(File::create(path)?);
        file.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[")?;
        Ok(Self { file, features: 0 })
    }

    /// Adds a feature.
    pub(crate) fn push(&mut self, feature: &Feature) -> io::Result<()> {
        self.file.write_all(if self.features == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut self.file, feature)?;
        self.features += 1;
        Ok(())
    }

    /// Ends the file; how many features it holds.
    pub(crate) fn finish(mut self) -> io::Result<usize> {
        self.file.write_all(b"\n]}\n")?;
        self.file.flush()?;
        Ok(self.features)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(Beside, Vec<Feature>), serde_json::Error> {
        let folder = tempfile::tempdir().expect("a folder of the test");
        let path = folder.path().join("features.json");
        std::fs::write(&path, text).expect("written");
        let mut features = Vec::new();
        let beside = each_feature(&path, |feature| {
            features.push(feature);
            Ok(())
        })?;
        Ok((beside, features))
    }

    #[test]
    fn whether_there_are_more_stands_at_the_top_or_in_the_properties() {
        let cases = [
            (r#"{"features":[{"a":1},{"a":2}]}"#, 2, false),
            (r#"{"type":"x","features":[{"a":1}],"exceededTransferLimit":true}"#, 1, true),
            (r#"{"properties":{"exceededTransferLimit":true},"features":[]}"#, 0, true),
            (r#"{"properties":null,"features":[]}"#, 0, false),
            (r#"{"properties":{"other":1},"features":[]}"#, 0, false),
        ];
        for (text, features, has_more) in cases {
            let (beside, _) = read(text).expect(text);

            assert_eq!((beside.features, beside.has_more, beside.error), (features, has_more, None), "{text}");
        }
        for text in ["", "[]", r#"{"features":[{"a":1}"#, r#"{"features":[1]}"#, r#"{"features":[]}x"#] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let folder = tempfile::tempdir().expect("a folder of the test");
        let path = folder.path().join("collection.json");
        let feature = |number: i64| Feature::from_iter([("id".to_owned(), Value::from(number))]);

        let mut collection = Collection::create(&path).expect("a file");
        collection.push(&feature(1)).expect("written");
        collection.push(&feature(2)).expect("written");
        let written = collection.finish().expect("written");

        let mut found = Vec::new();
        each_feature(&path, |feature| {
            found.push(feature);
            Ok(())
        })
        .expect("read");
        assert_eq!((written, found), (2, vec![feature(1), feature(2)]));
    }
}
