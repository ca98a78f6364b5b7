//! The values that one parameter takes in a sweep.

use crate::error::Error;
use crate::method::{Parameter, SettingError, Settings};

/// Most values of one parameter.
const MOST_VALUES: i64 = 1000;

/// One parameter with its values, in the order in which they are tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The parameter.
    pub name: &'static str,
    /// Its values, as they are entered.
    pub values: Vec<String>,
}

impl Axis {
    /// Reads `first:last:step`, or values apart by commas (by semicolons where a value holds commas).
    ///
    /// ```
    /// use miedza_delimitation::certainty::sweep::Axis;
    /// use miedza_delimitation::method::{Method, Settings};
    ///
    /// let axis = Axis::parse(&Settings::new(Method::Threshold), "share", "0.1:0.3:0.05").unwrap();
    ///
    /// assert_eq!(axis.values, ["0.10", "0.15", "0.20", "0.25", "0.30"]);
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] if the method has no such parameter, a value is not of its kind or stands twice, or the range has
    /// no step, goes nowhere or holds more than 1,000 values.
    pub fn parse(settings: &Settings, name: &str, values: &str) -> Result<Self, Error> {
        settings.get(name)?;
        let wanted = name.trim().to_ascii_lowercase().replace('-', "_");
        let parameter = settings.all().map(|(parameter, ..)| parameter).find(|parameter| parameter.name == wanted);
        let parameter = parameter.expect("the settings know the name");
        let refused = || refused(parameter, values);
        let list = match values.split(':').collect::<Vec<_>>().as_slice() {
            [_] => listed(values),
            [first, last, step] => range(first, last, step).ok_or_else(refused)?,
            _ => return Err(refused()),
        };
        for (place, value) in list.iter().enumerate() {
            settings.clone().set(parameter.name, value)?;
            if list[..place].contains(value) {
                return Err(refused());
            }
        }
        Ok(Self { name: parameter.name, values: list })
    }
}

fn refused(parameter: &Parameter, values: &str) -> Error {
    let wanted = "different values apart by commas, or first:last:step with at most 1000 values".to_owned();
    Error::Setting(SettingError::WrongValue { name: parameter.name, value: values.to_owned(), wanted })
}

fn listed(values: &str) -> Vec<String> {
    let sign = if values.contains(';') { ';' } else { ',' };
    values.split(sign).map(|value| value.trim().to_owned()).collect()
}

/// All values from the first to at most the last, written with as many decimals as the longest of the three.
fn range(first: &str, last: &str, step: &str) -> Option<Vec<String>> {
    let texts = [first, last, step].map(str::trim);
    let decimals = texts.iter().map(|text| text.split_once('.').map_or(0, |(_, after)| after.len())).max()?;
    let [first, last, step] = texts.map(|text| scaled(text, decimals));
    let (first, last, step) = (first?, last?, step?);
    if step <= 0 || last < first || (last - first) / step >= MOST_VALUES {
        return None;
    }
    Some((0..=(last - first) / step).map(|number| written(first + number * step, decimals)).collect())
}

/// A decimal number of 0 or more as a whole number of its last decimals.
fn scaled(text: &str, decimals: usize) -> Option<i64> {
    let (before, after) = text.split_once('.').unwrap_or((text, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if before.is_empty() || before.len() + decimals > 15 || !is_digits(before) || !is_digits(after) {
        return None;
    }
    format!("{before}{after:0<decimals$}").parse().ok()
}

fn written(number: i64, decimals: usize) -> String {
    let digits = format!("{number:0>width$}", width = decimals + 1);
    let (before, after) = digits.split_at(digits.len() - decimals);
    if after.is_empty() { before.to_owned() } else { format!("{before}.{after}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::method::Method;

    #[test]
    fn values_are_listed_or_counted_out() {
        let cases = [
            ("min_size", "500:2000:500", "500 1000 1500 2000"),
            ("min_size", "500:2100:500", "500 1000 1500 2000"),
            ("min-size", "1000", "1000"),
            ("min_self_containment", "0.6:0.75:.05", ""),
            ("min_self_containment", "0.6:0.75:0.05", "0.60 0.65 0.70 0.75"),
            ("min_self_containment", "2/3, 0.7", "2/3 0.7"),
            ("min_size", "500:400:50", ""),
            ("min_size", "500:900:0", ""),
            ("min_size", "1:9999:1", ""),
            ("min_size", "5,5", ""),
            ("min_size", "5,many", ""),
            ("no_such", "5", ""),
        ];
        for (name, values, expected) in cases {
            let found = Axis::parse(&Settings::new(Method::TravelToWork), name, values);

            assert_eq!(found.map(|axis| axis.values.join(" ")).unwrap_or_default(), expected, "{name}={values}");
        }
    }
}
