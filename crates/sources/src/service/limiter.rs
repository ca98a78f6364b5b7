//! How long to wait before the next request, so that no window of time holds more requests than the service allows.
//!
//! Pure: the time is a parameter, as a duration since any fixed moment. Requests are remembered for the longest window.

use std::collections::VecDeque;
use std::time::Duration;

/// A limit of the service: at most so many requests within so long a time, wherever that time begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// How long.
    pub length: Duration,
    /// How many requests, at least one.
    pub most: usize,
}

impl Window {
    /// A limit of so many requests within so many seconds.
    #[must_use]
    pub const fn of(seconds: u64, most: usize) -> Self {
        Self { length: Duration::from_secs(seconds), most }
    }
}

/// Requests that were sent, and the limits that they have to keep.
///
/// ```
/// use std::time::Duration;
/// use miedza_sources::service::{Limiter, Window};
///
/// let mut limiter = Limiter::new(&[Window { length: Duration::from_secs(1), most: 1 }], []);
/// limiter.sent(Duration::from_millis(100));
///
/// assert_eq!(limiter.wait(Duration::from_millis(300)), Duration::from_millis(800));
/// assert_eq!(limiter.wait(Duration::from_millis(1100)), Duration::ZERO);
/// ```
#[derive(Clone, Debug)]
pub struct Limiter {
    windows: Vec<Window>,
    /// In the order of time.
    sent: VecDeque<Duration>,
    held_until: Duration,
}

impl Limiter {
    /// A limiter that knows of requests sent earlier, in any order. A window of no request counts as one of one.
    #[must_use]
    pub fn new(windows: &[Window], sent: impl IntoIterator<Item = Duration>) -> Self {
        let windows = windows.iter().map(|window| Window { most: window.most.max(1), ..*window }).collect();
        let mut sent: Vec<Duration> = sent.into_iter().collect();
        sent.sort_unstable();
        Self { windows, sent: sent.into(), held_until: Duration::ZERO }
    }

    /// How long to wait at this time until a request may be sent; zero if it may be now.
    #[must_use]
    pub fn wait(&self, now: Duration) -> Duration {
        let until = self.windows.iter().filter_map(|window| self.full_until(window)).max().unwrap_or_default();
        until.max(self.held_until).saturating_sub(now)
    }

    /// When the window has room again, as seen from its newest requests.
    fn full_until(&self, window: &Window) -> Option<Duration> {
        let oldest = self.sent.len().checked_sub(window.most)?;
        Some(self.sent.get(oldest)?.saturating_add(window.length))
    }

    /// Counts a request that is sent at this time; a clock that was turned back does not make room.
    pub fn sent(&mut self, now: Duration) {
        let now = self.sent.back().map_or(now, |last| now.max(*last));
        self.sent.push_back(now);
        let longest = self.windows.iter().map(|window| window.most).max().unwrap_or(0);
        while self.sent.len() > longest {
            self.sent.pop_front();
        }
    }

    /// Sends nothing before this time, as the service asked for.
    pub fn hold_until(&mut self, time: Duration) {
        self.held_until = self.held_until.max(time);
    }

    /// The requests that are remembered, the earliest first.
    pub fn remembered(&self) -> impl Iterator<Item = Duration> {
        self.sent.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Limits such as an office sets: a few in a second, some hundred in a quarter of an hour, a thousand in half a day.
    const NARROW: [Window; 3] = [Window::of(1, 5), Window::of(15 * 60, 100), Window::of(12 * 3600, 1000)];
    const WIDE: [Window; 3] = [Window::of(1, 10), Window::of(15 * 60, 500), Window::of(12 * 3600, 5000)];

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn the_sixth_request_of_a_second_waits_and_the_hundred_and_first_of_a_quarter_too() {
        let mut limiter = Limiter::new(&NARROW, []);
        for place in 0..5 {
            assert_eq!(limiter.wait(seconds(10)), Duration::ZERO, "{place}");
            limiter.sent(seconds(10));
        }
        assert_eq!(limiter.wait(seconds(10)), seconds(1));

        for second in 11..106 {
            limiter.sent(seconds(second));
        }
        assert_eq!(limiter.wait(seconds(106)), seconds(10 + 900 - 106), "the first five leave the window at 910 s");
    }

    #[test]
    fn wider_limits_make_room_for_more() {
        let earlier: Vec<Duration> = (0..100).map(seconds).collect();

        let narrow = Limiter::new(&NARROW, earlier.clone());
        let wide = Limiter::new(&WIDE, earlier);

        assert_eq!(narrow.wait(seconds(100)), seconds(800));
        assert_eq!(wide.wait(seconds(100)), Duration::ZERO);
    }

    #[test]
    fn what_was_sent_before_a_restart_counts() {
        let mut first = Limiter::new(&NARROW, []);
        (0..1000).for_each(|minute| first.sent(seconds(minute * 20)));

        let second = Limiter::new(&NARROW, first.remembered());

        assert_eq!(second.wait(seconds(20_000)), seconds(12 * 3600 - 20_000));
    }

    #[test]
    fn the_service_may_ask_for_more_patience_and_a_clock_turned_back_gains_nothing() {
        let mut limiter = Limiter::new(&WIDE, []);
        limiter.hold_until(seconds(70));
        limiter.hold_until(seconds(50));
        assert_eq!(limiter.wait(seconds(10)), seconds(60));

        let mut limiter = Limiter::new(&[Window { length: seconds(1), most: 1 }], []);
        limiter.sent(seconds(100));
        limiter.sent(seconds(3));
        assert_eq!(limiter.wait(seconds(100)), seconds(1));
    }

    proptest! {
        #[test]
        fn no_window_ever_holds_more_than_its_limit(
            steps in proptest::collection::vec(0_u64..700, 1..200),
            short in (1_u64..1500, 1_usize..6),
            long in (1500_u64..9000, 1_usize..30),
        ) {
            let windows = [short, long].map(|(length, most)| Window { length: Duration::from_millis(length), most });
            let mut limiter = Limiter::new(&windows, []);
            let (mut now, mut sent) = (Duration::ZERO, Vec::new());

            for step in steps {
                now += Duration::from_millis(step);
                now += limiter.wait(now);
                prop_assert_eq!(limiter.wait(now), Duration::ZERO);
                limiter.sent(now);
                sent.push(now);
            }

            for window in windows {
                for begin in &sent {
                    let inside = sent.iter().filter(|time| *time >= begin && **time < *begin + window.length).count();
                    prop_assert!(inside <= window.most, "{} in {:?}", inside, window);
                }
            }
        }
    }
}
