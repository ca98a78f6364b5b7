//! The tree of problems: a nested list, and the same as a drawing with effects above and causes below.

use miedza_planning::record::Record;
use miedza_texts::key;

use super::threads::Threads;
use crate::frame::desk::Desk;
use crate::frame::marks::Said;
use crate::frame::parts::Entry;

/// Width and height of a box, and the space between boxes, in units of the drawing.
const BOX: (usize, usize) = (220, 84);
const SPACE: (usize, usize) = (24, 48);
/// Letters on a line of a box, and lines.
const LINE: usize = 30;
const LINES: usize = 4;

/// A problem in the nested list.
pub struct Node {
    /// Whether a list of what belongs to the one before begins here.
    pub opens: bool,
    /// How many lists end before it.
    pub closes: usize,
    /// Id of the record.
    pub id: String,
    /// Its place in the tree.
    pub role: String,
    /// What is said.
    pub statement: Said,
    /// The findings that it rests on.
    pub findings: Vec<Entry>,
}

/// A box of the drawing.
pub struct ProblemBox {
    /// Its left edge.
    pub x: usize,
    /// Its upper edge.
    pub y: usize,
    /// Class of its role.
    pub role: String,
    /// Its lines of text with their places.
    pub lines: Vec<(usize, usize, String)>,
}

/// The tree, ready to be shown.
#[derive(Default)]
pub struct Tree {
    /// The nested list.
    pub nodes: Vec<Node>,
    /// How many lists end after the last one.
    pub closes: usize,
    /// What the drawing is.
    pub title: String,
    /// That the list says the same.
    pub about: String,
    /// Width of the drawing.
    pub width: usize,
    /// Height of the drawing.
    pub height: usize,
    /// Size of a box.
    pub size: (usize, usize),
    /// Boxes.
    pub boxes: Vec<ProblemBox>,
    /// Lines between boxes: from and to.
    pub lines: Vec<[usize; 4]>,
}

/// A problem with how deep it lies and on which level it is drawn: effects above their problem, causes below.
struct Placed<'a> {
    record: &'a Record,
    depth: usize,
    level: i64,
    parent: Option<usize>,
}

/// The tree of these problems, which are in their order.
pub fn tree(desk: &Desk, threads: &Threads, problems: &[&Record]) -> Tree {
    let mut placed: Vec<Placed> = Vec::new();
    let is_known = |id: Option<&str>| id.is_some_and(|id| problems.iter().any(|record| record.id == id));
    for root in problems.iter().filter(|record| !is_known(record.text("parent_problem"))) {
        place(problems, root, (None, 0, 0), &mut placed);
    }
    let mut nodes = Vec::new();
    let mut before = None;
    for one in &placed {
        nodes.push(Node {
            opens: before.is_none_or(|depth| one.depth > depth),
            closes: before.map_or(0, |depth: usize| depth.saturating_sub(one.depth)),
            id: one.record.id.clone(),
            role: desk.choice(one.record, "problem_role"),
            statement: desk.said(one.record, "statement"),
            findings: threads.below(one.record),
        });
        before = Some(one.depth);
    }
    drawn(desk, &placed, Tree { nodes, closes: before.unwrap_or_default(), ..Tree::default() })
}

/// Puts a problem and all that belongs to it into the list. Problems whose parents go in a circle are under no root and
/// never reached.
fn place<'a>(
    problems: &[&'a Record],
    record: &'a Record,
    (parent, depth, level): (Option<usize>, usize, i64),
    all: &mut Vec<Placed<'a>>,
) {
    let own = all.len();
    all.push(Placed { record, depth, level, parent });
    for child in problems.iter().filter(|child| child.text("parent_problem") == Some(&record.id)) {
        let step = if child.text("problem_role") == Some("effect") { -1 } else { 1 };
        place(problems, child, (Some(own), depth + 1, level + step), all);
    }
}

fn drawn(desk: &Desk, placed: &[Placed], tree: Tree) -> Tree {
    let Some(top) = placed.iter().map(|one| one.level).min() else { return tree };
    let row = |one: &Placed| usize::try_from(one.level - top).unwrap_or_default();
    let mut counts: Vec<usize> = Vec::new();
    let mut spots = Vec::new();
    for one in placed {
        let row = row(one);
        if counts.len() <= row {
            counts.resize(row + 1, 0);
        }
        spots.push((counts[row] * (BOX.0 + SPACE.0), row * (BOX.1 + SPACE.1)));
        counts[row] += 1;
    }
    let widest = counts.iter().copied().max().unwrap_or(1);
    let width = widest * (BOX.0 + SPACE.0) - SPACE.0;
    // Each row stands in the middle.
    for (spot, one) in spots.iter_mut().zip(placed) {
        spot.0 += (widest - counts[row(one)]) * (BOX.0 + SPACE.0) / 2;
    }
    let boxes = placed.iter().zip(&spots).map(|(one, (x, y))| ProblemBox {
        x: *x,
        y: *y,
        role: one.record.text("problem_role").unwrap_or_default().to_owned(),
        lines: text(&desk.words(one.record, "statement"), (*x, *y)),
    });
    let line = |(one, (x, y)): (&Placed, &(usize, usize))| {
        let (px, py) = spots[one.parent?];
        let (from, to) = if *y > py { (*y, py + BOX.1) } else { (*y + BOX.1, py) };
        Some([x + BOX.0 / 2, from, px + BOX.0 / 2, to])
    };
    Tree {
        title: desk.say(key::PROBLEM_TREE_DRAWING),
        about: desk.say(key::PROBLEM_TREE_ABOUT),
        width,
        height: counts.len() * (BOX.1 + SPACE.1) - SPACE.1,
        size: BOX,
        boxes: boxes.collect(),
        lines: placed.iter().zip(&spots).filter_map(line).collect(),
        ..tree
    }
}

/// The text of a box in lines; what does not fit ends with three dots.
fn text(statement: &str, (x, y): (usize, usize)) -> Vec<(usize, usize, String)> {
    let mut lines: Vec<String> = Vec::new();
    for word in statement.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > LINES {
        lines.truncate(LINES);
        lines.iter_mut().last().into_iter().for_each(|line| line.push('…'));
    }
    lines.into_iter().enumerate().map(|(at, line)| (x + 8, y + 20 + at * 18, line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_broken_between_lines_and_what_is_too_long_says_so() {
        let short = text("Młodzi wyjeżdżają do dużych miast", (0, 0));
        assert_eq!(short.iter().map(|line| line.2.as_str()).collect::<Vec<_>>(), ["Młodzi wyjeżdżają do dużych", "miast"]);
        let long = text(&"słowo ".repeat(60), (0, 0));
        assert_eq!(long.len(), LINES);
        assert!(long[LINES - 1].2.ends_with('…'));
    }
}
