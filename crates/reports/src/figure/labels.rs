//! Names on a map: the most important areas first, none over another, none outside the frame, none smaller than can be read.

use geo_types::Coord;

/// A name that wants a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// The name.
    pub text: String,
    /// Where it belongs, in pixels: the seat, or the middle of the area.
    pub at: Coord<f64>,
    /// Whether a dot stands there, which the name must not cover.
    pub has_dot: bool,
    /// Extent of the area in square pixels; larger areas get larger letters.
    pub extent: f64,
    /// Importance of the area; the more important are served first, among equals the larger.
    pub weight: f64,
}

/// A name with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The name.
    pub text: String,
    /// Middle of the line of letters, on the base line, in pixels.
    pub at: Coord<f64>,
    /// Size of the letters in pixels.
    pub size: f64,
}

/// Width and height of the frame in pixels.
pub type Frame = (f64, f64);

/// Maps with up to so many names show all that find room, however small the area.
const FEW: usize = 40;

/// Room between a name and its neighbours in pixels.
const AIR: f64 = 1.5;

struct Box {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Box {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn is_inside(&self, frame: Frame) -> bool {
        self.left >= 0.0 && self.top >= 0.0 && self.right <= frame.0 && self.bottom <= frame.1
    }
}

/// Places for as many names as find room, in the order of their size; the names left over are dropped.
pub fn place(wishes: Vec<Wish>, frame: Frame) -> Vec<Label> {
    let mut placing = Placing::of(&wishes, frame);
    in_order(wishes).into_iter().filter_map(|wish| placing.put(&wish)).collect()
}

/// Names with their places; on a map of few names one that finds no room gives its place to a number. Behind them stand the
/// names of the numbers, from 1 on.
pub fn place_or_number(wishes: Vec<Wish>, frame: Frame) -> (Vec<Label>, Vec<String>) {
    let mut placing = Placing::of(&wishes, frame);
    let (mut labels, mut crowded) = (Vec::new(), Vec::new());
    for wish in in_order(wishes) {
        match placing.put(&wish) {
            Some(label) => labels.push(label),
            None => crowded.push(wish),
        }
    }
    let mut numbered = Vec::new();
    if !placing.is_few {
        return (labels, numbered);
    }
    for wish in crowded {
        let number = Wish { text: (numbered.len() + 1).to_string(), ..wish.clone() };
        if let Some(label) = placing.put(&number) {
            labels.push(label);
            numbered.push(wish.text);
        }
    }
    (labels, numbered)
}

/// The more important first, among equals the larger.
fn in_order(mut wishes: Vec<Wish>) -> Vec<Wish> {
    wishes.sort_by(|one, other| {
        let by_extent = || other.extent.total_cmp(&one.extent).then_with(|| one.text.cmp(&other.text));
        other.weight.total_cmp(&one.weight).then_with(by_extent)
    });
    wishes
}

/// What is taken of a frame.
struct Placing {
    frame: Frame,
    is_few: bool,
    taken: Vec<Box>,
}

impl Placing {
    fn of(wishes: &[Wish], frame: Frame) -> Self {
        let is_few = wishes.len() <= FEW;
        Self { frame, is_few, taken: wishes.iter().filter(|wish| wish.has_dot && is_few).map(dot).collect() }
    }

    /// The first free place of a name, which is taken from then on.
    fn put(&mut self, wish: &Wish) -> Option<Label> {
        let size = letter_size(wish, self.is_few)?;
        let at = candidates(wish, size).into_iter().find(|at| {
            let room = room(&wish.text, *at, size);
            room.is_inside(self.frame) && !self.taken.iter().any(|other| other.meets(&room))
        })?;
        self.taken.push(room(&wish.text, at, size));
        Some(Label { text: wish.text.clone(), at, size })
    }
}

fn letter_size(wish: &Wish, is_few: bool) -> Option<f64> {
    let side = libm::sqrt(wish.extent);
    [(110.0, 13.0), (60.0, 11.5), (24.0, 9.5)]
        .into_iter()
        .find(|(least, _)| side >= *least)
        .map(|(_, size)| size)
        .or(is_few.then_some(9.5))
}

fn candidates(wish: &Wish, size: f64) -> Vec<Coord<f64>> {
    let Coord { x, y } = wish.at;
    let aside = width(&wish.text, size) / 2.0 + 5.0;
    if wish.has_dot {
        let beside = y + size * 0.34;
        return vec![
            Coord { x, y: y - 8.5 },
            Coord { x, y: y + size + 4.0 },
            Coord { x: x + aside, y: beside },
            Coord { x: x - aside, y: beside },
        ];
    }
    let middle = y + size * 0.34;
    [0.0, -size, size, -2.0 * size, 2.0 * size].into_iter().map(|shift| Coord { x, y: middle + shift }).collect()
}

fn dot(wish: &Wish) -> Box {
    Box { left: wish.at.x - 3.5, top: wish.at.y - 3.5, right: wish.at.x + 3.5, bottom: wish.at.y + 3.5 }
}

fn room(text: &str, at: Coord<f64>, size: f64) -> Box {
    let half = width(text, size) / 2.0;
    Box { left: at.x - half - AIR, top: at.y - size * 0.8 - AIR, right: at.x + half + AIR, bottom: at.y + size * 0.24 + AIR }
}

/// Width of a line of letters in pixels, a little on the safe side; by classes of letters of a usual sans serif.
pub fn width(text: &str, size: f64) -> f64 {
    let letters: f64 = text
        .chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | 'í' | 'ł' | 't' | 'f' | 'r' | 'ř' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' => 0.33,
            'm' | 'w' | 'M' | 'W' => 0.88,
            '–' | '—' => 0.7,
            _ if letter.is_uppercase() => 0.68,
            _ => 0.56,
        })
        .sum();
    letters * size
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(text: &str, x: f64, extent: f64) -> Wish {
        Wish { text: text.to_owned(), at: Coord { x, y: 50.0 }, has_dot: true, extent, weight: 0.0 }
    }

    #[test]
    fn the_larger_area_is_served_first_and_no_name_lies_on_another() {
        let labels = place(vec![wish("Mała", 102.0, 900.0), wish("Wielka", 100.0, 9000.0)], (200.0, 100.0));

        assert_eq!(labels[0].text, "Wielka");
        assert!(labels.len() == 2 && (labels[0].at.y - labels[1].at.y).abs() > 9.5, "{labels:?}");
    }

    #[test]
    fn a_name_without_room_gives_its_place_to_a_number() {
        // Three names fill all places around the first point; the fourth would lie on each of them, its number does not.
        let names = [100.0, 102.0, 104.0, 140.0].map(|x| Wish { has_dot: false, ..wish("Czarnków", x, 900.0) });

        let (labels, numbered) = place_or_number(names.to_vec(), (200.0, 120.0));

        assert_eq!(numbered, ["Czarnków"]);
        assert_eq!(labels.last().map(|label| label.text.as_str()), Some("1"));
        assert_eq!(labels.len(), 4, "{labels:?}");
    }

    #[test]
    fn a_name_never_leaves_the_frame() {
        let labels = place(vec![wish("Konstantynów Łódzki", 2.0, 9000.0)], (300.0, 100.0));

        assert!(labels.iter().all(|label| label.at.x - width(&label.text, label.size) / 2.0 >= 0.0), "{labels:?}");
        assert_eq!(labels.len(), 1);
    }

    #[test]
    fn names_of_tiny_areas_are_left_out_of_a_full_map() {
        let crowd = (0..60_u32).map(|place| wish("X", f64::from(place) * 10.0, 4.0)).collect();

        assert!(place(crowd, (640.0, 100.0)).is_empty());
    }
}
