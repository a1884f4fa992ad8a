//! Files: whole reads with limits, bounded walks, and saves that survive a crash.
