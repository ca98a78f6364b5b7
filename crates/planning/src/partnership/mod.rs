//! A partnership read from its records: members on a date, signatures, bodies, meetings, calls, and their rules.
