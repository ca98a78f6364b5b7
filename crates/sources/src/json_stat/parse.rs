//! From the bytes of an answer to a cube.
//!
//! Sizes are multiplied and compared with the limits before room is made for anything that they announce.

use std::collections::BTreeSet;

use serde_json::Value;

use super::dataset::{Dataset, MOST_CELLS, MOST_DIMENSIONS};
use super::dimension::{Dimension, Role};
use super::listed::Listed;
use super::raw::{Root, Scalar};
use super::{Cell, Error};

/// Most bytes of an answer, which is read as a whole.
pub const MOST_BYTES: usize = 64 << 20;

/// Reads a dataset; `file` is the name that errors give it.
///
/// # Errors
/// [`Error`] if the bytes are no JSON, no dataset, out of proportion, or its parts do not fit each other.
pub fn parse(file: &str, bytes: &[u8]) -> Result<Dataset, Error> {
    if bytes.len() > MOST_BYTES {
        return Err(Error::TooManyBytes { file: file.into(), bytes: bytes.len(), most: MOST_BYTES });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[') {
        return Err(Error::NotADataset { file: file.into(), found: "a list".into() });
    }
    let root: Root = serde_json::from_slice(bytes).map_err(|source| Error::Json { file: file.into(), source })?;
    let root = dataset(file, root)?;
    let shape = Shape::find(file, &root)?;
    let dimensions = shape.dimensions(file, &root)?;
    cube(file, root, dimensions, shape.strides)
}

/// The object that holds the dataset: the top one, or that under `dataset`.
fn dataset(file: &str, root: Root) -> Result<Root, Error> {
    let refused = |found: String| Err(Error::NotADataset { file: file.into(), found: found.into() });
    match (root.class.as_deref(), root.dataset) {
        (None, Some(inner)) if root.value.is_none() => Ok(*inner),
        (Some("dataset"), _) => Ok(Root { dataset: None, ..root }),
        (Some(class), _) => refused(format!("its class is {}", class.chars().take(32).collect::<String>())),
        (None, _) if root.dimension.is_some() || root.value.is_some() => Ok(Root { dataset: None, ..root }),
        (None, _) => refused("it has neither dimensions nor values".into()),
    }
}

/// Names and sizes of the dimensions, and how far apart neighbours on each of them are.
struct Shape {
    ids: Vec<String>,
    sizes: Vec<usize>,
    strides: Vec<usize>,
    role: Option<Value>,
}

impl Shape {
    /// Version 2.0 has `id`, `size` and `role` beside the dimensions, version 1.x among them.
    fn find(file: &str, root: &Root) -> Result<Self, Error> {
        let refused = |what: String| Error::Shape { file: file.into(), what: what.into() };
        let inside =
            |name: &str| root.dimension.as_ref().and_then(|dimension| dimension.get(name)).cloned().unwrap_or(Value::Null);
        let ids = root.id.clone().map_or_else(|| serde_json::from_value(inside("id")), Ok);
        let ids: Vec<String> = ids.map_err(|_| refused("id, the order of the dimensions, is missing".into()))?;
        let sizes = root.size.clone().map_or_else(|| serde_json::from_value(inside("size")), Ok);
        let sizes: Vec<u64> = sizes.map_err(|_| refused("size, the numbers of categories, is missing".into()))?;
        if ids.len() != sizes.len() || ids.is_empty() || ids.len() > MOST_DIMENSIONS {
            let what = format!("{} dimensions and {} sizes, wanted are as many, 1 to {MOST_DIMENSIONS}", ids.len(), sizes.len());
            return Err(refused(what));
        }
        let mut seen = BTreeSet::new();
        if let Some(twice) = ids.iter().find(|id| !seen.insert(id.as_str())) {
            return Err(refused(format!("the dimension {twice} comes twice")));
        }
        let role = if root.id.is_some() { root.role.clone() } else { root.role.clone().or_else(|| Some(inside("role"))) };
        let told = || sizes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" × ").into();
        let strides =
            strides(&sizes).ok_or_else(|| Error::TooManyCells { file: file.into(), sizes: told(), most: MOST_CELLS })?;
        let sizes = sizes.iter().filter_map(|&size| usize::try_from(size).ok()).collect();
        Ok(Self { ids, sizes, strides, role })
    }

    fn dimensions(&self, file: &str, root: &Root) -> Result<Vec<Dimension>, Error> {
        let described = |id: &String| root.dimension.as_ref().and_then(|dimension| dimension.get(id));
        let unknown = |id: &String| {
            let dimensions = root.dimension.iter().flat_map(|map| map.keys().take(8).map(String::as_str));
            let dimensions = dimensions.collect::<Vec<_>>().join(", ").into();
            Error::NoDimension { file: file.into(), dimension: id.as_str().into(), dimensions }
        };
        let read = |(id, &size): (&String, &usize)| {
            let described = described(id).ok_or_else(|| unknown(id))?;
            Dimension::read(file, id, described, size)
        };
        let mut dimensions: Vec<Dimension> = self.ids.iter().zip(&self.sizes).map(read).collect::<Result<_, _>>()?;
        for role in Role::ALL {
            let named = self.role.as_ref().and_then(|roles| roles.get(role.word())).and_then(Value::as_array);
            for id in named.into_iter().flatten() {
                assign(file, &mut dimensions, role, id)?;
            }
        }
        Ok(dimensions)
    }
}

/// Gives a dimension its role.
fn assign(file: &str, dimensions: &mut [Dimension], role: Role, id: &Value) -> Result<(), Error> {
    let refused = |what: String| Err(Error::Shape { file: file.into(), what: what.into() });
    let found = id.as_str().and_then(|id| dimensions.iter_mut().find(|dimension| dimension.id == id));
    match found {
        None => refused(format!("the role {} names {id}, which is no dimension", role.word())),
        Some(dimension) if dimension.role.is_some() => refused(format!("the dimension {id} has two roles")),
        Some(dimension) => {
            dimension.role = Some(role);
            Ok(())
        }
    }
}

/// How many cells lie between neighbours on each dimension; `None` if there are more cells than [`MOST_CELLS`].
fn strides(sizes: &[u64]) -> Option<Vec<usize>> {
    let mut strides = vec![0; sizes.len()];
    let mut product = 1_usize;
    for (stride, &size) in strides.iter_mut().zip(sizes).rev() {
        *stride = product;
        product = product.checked_mul(usize::try_from(size).ok()?).filter(|&cells| cells <= MOST_CELLS)?;
    }
    Some(strides)
}

fn cube(file: &str, root: Root, dimensions: Vec<Dimension>, strides: Vec<usize>) -> Result<Dataset, Error> {
    let length = dimensions.iter().map(|dimension| dimension.categories.len()).product();
    let without = |what: &str| Error::Shape { file: file.into(), what: what.into() };
    let values = root.value.ok_or_else(|| without("value is missing"))?;
    if values.is_for_all() {
        return Err(without("value is one text, neither a list nor an object"));
    }
    let values = values.checked(file, "value", length)?;
    let statuses = root.status.map(|statuses| statuses.one_for_all().checked(file, "status", length)).transpose()?;
    let notes = root.note.iter().filter_map(Value::as_array).flatten().filter_map(Value::as_str).map(ToOwned::to_owned);
    let empty = Dataset {
        file: file.into(),
        label: root.label,
        source: root.source,
        updated: root.updated,
        notes: notes.collect(),
        extension: root.extension,
        dimensions,
        strides,
        length,
        values: Listed::Some(Vec::new()),
        statuses,
    };
    let numbers = values.try_map(|position, scalar| match scalar {
        Scalar::Number(number) => Ok(number),
        Scalar::Other(value) => {
            let cell = Cell { dataset: &empty, position }.told().into();
            Err(Error::NotANumber { file: file.into(), cell, value })
        }
    })?;
    Ok(Dataset { values: numbers, ..empty })
}
