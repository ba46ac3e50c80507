//! The clock and the source of ids: the only places where the app asks for the time or for chance.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike, Utc};
use js_sys::{Date, Uint8Array};
use uuid::Uuid;
use wasm_bindgen::JsCast;

use crate::domain::{Moment, uuid_v7};

/// Milliseconds since 1970, as the device says.
#[must_use]
pub fn unix_millis() -> u64 {
    // A clock before 1970 or out of range is no clock; zero keeps ids and times valid.
    let millis = Date::now();
    if millis.is_finite() && millis > 0.0 {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
        let millis = millis as u64;
        millis
    } else {
        0
    }
}

/// Now, to the millisecond, with the offset of this place.
#[must_use]
pub fn now() -> Moment {
    let utc = i64::try_from(unix_millis())
        .ok()
        .and_then(DateTime::<Utc>::from_timestamp_millis)
        .unwrap_or_default();
    utc.with_timezone(&offset_at(&Date::new_0()))
}

/// This time of day here on this day, with the offset that the clock has or had then; `None` outside the years that a browser
/// knows.
#[must_use]
pub fn moment_at(day: NaiveDate, time: NaiveTime) -> Option<Moment> {
    let (year, month, date) =
        (u32::try_from(day.year()).ok()?, i32::try_from(day.month0()).ok()?, i32::try_from(day.day()).ok()?);
    let (hour, minute) = (i32::try_from(time.hour()).ok()?, i32::try_from(time.minute()).ok()?);
    let then = Date::new_with_year_month_day_hr_min(year, month, date, hour, minute);
    day.and_time(time).and_local_timezone(offset_at(&then)).single()
}

/// The offset of this place then.
fn offset_at(then: &Date) -> FixedOffset {
    // `getTimezoneOffset` counts minutes westwards.
    #[allow(clippy::cast_possible_truncation, reason = "at most 14 hours in minutes")]
    let seconds_east = -(then.get_timezone_offset() as i32) * 60;
    FixedOffset::east_opt(seconds_east).unwrap_or_else(|| chrono::Offset::fix(&Utc))
}

/// A new UUID v7: the time now with ten random bytes of the browser.
#[must_use]
pub fn new_uuid() -> Uuid {
    uuid_v7(unix_millis(), random_bytes())
}

/// Fills the slice with random bytes that nobody can guess; `false` if this browser has none.
pub fn fill_with_secret(bytes: &mut [u8]) -> bool {
    let Ok(length) = u32::try_from(bytes.len()) else { return false };
    let random = Uint8Array::new_with_length(length);
    let is_filled = web_sys::window().and_then(|window| window.crypto().ok()).is_some_and(|crypto| {
        crypto.get_random_values_with_array_buffer_view(random.unchecked_ref()).is_ok()
    });
    if is_filled {
        random.copy_to(bytes);
    }
    is_filled
}

fn random_bytes() -> [u8; 10] {
    let mut random = [0; 10];
    if !fill_with_secret(&mut random) {
        // Without `crypto` (plain http on a foreign host) ids need only differ, not be secret.
        random.fill_with(|| {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
            let byte = (js_sys::Math::random() * 256.0) as u8;
            byte
        });
    }
    random
}
