//! What is asked of Eurostat: one address for each question; the answer is held against the question before it is taken.

use super::{Error, Query, parse};
use crate::json_stat::Dataset;
use crate::service::{self, Answer, Client};

/// Asks a question at the service, whose address is given, and gives the answer, a cube.
///
/// # Errors
/// [`Error::Question`] before anything is asked; [`Error::Service`] if there is no answer; [`Error::Refused`],
/// [`Error::TooLarge`] and [`Error::Later`] with what the service says; [`Error::OtherDataset`], [`Error::NoDimension`] and
/// [`Error::OtherCategory`] if it answers something else. Such an answer is not kept.
pub async fn fetch(client: &Client, service: &str, query: &Query) -> Result<Answer, Error> {
    let address = service::address(&query.address_at(service)?)?;
    let answer = match client.get(&address).await {
        Ok(answer) => answer,
        Err(refused) => return Err(refusal(refused)),
    };
    let read = parse(&answer.address, &answer.read().await?);
    if let Err(error) = read.and_then(|dataset| check(&dataset, query)) {
        client.forget(&answer.address).await?;
        return Err(error);
    }
    Ok(answer)
}

/// A refusal in the words of the service, where it has some.
fn refusal(error: service::Error) -> Error {
    let service::Error::Refused { address, body, .. } = &error else { return error.into() };
    match parse(address, body) {
        Err(told @ (Error::Refused { .. } | Error::TooLarge { .. } | Error::Later { .. })) => told,
        _ => error.into(),
    }
}

/// Holds an answer against the question.
fn check(dataset: &Dataset, query: &Query) -> Result<(), Error> {
    let asked = query.dataset.as_str();
    let named = dataset.extension.as_ref().and_then(|extension| extension.get("id")?.as_str());
    if let Some(found) = named.filter(|found| !found.eq_ignore_ascii_case(asked)) {
        return Err(Error::OtherDataset { asked: asked.into(), found: found.into() });
    }
    for (name, _) in &query.filters {
        let Some(dimension) = dataset.dimensions().iter().find(|dimension| dimension.id.eq_ignore_ascii_case(name)) else {
            let found: Vec<&str> = dataset.dimensions().iter().map(|dimension| dimension.id.as_str()).collect();
            return Err(Error::NoDimension {
                dataset: asked.into(),
                dimension: name.as_str().into(),
                found: found.join(", ").into(),
            });
        };
        let is_asked = |code: &str| query.filters.iter().any(|(of, category)| of == name && category.eq_ignore_ascii_case(code));
        if let Some(other) = dimension.categories.iter().find(|category| !is_asked(&category.code)) {
            return Err(Error::OtherCategory { dimension: name.as_str().into(), found: other.code.as_str().into() });
        }
    }
    Ok(())
}
