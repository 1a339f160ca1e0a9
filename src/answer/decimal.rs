//! Exact decimals for figures: 0.1 stays 0.1, and 6.9 billion is 6900000000.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

/// An exact decimal number: an integer of up to 38 digits and a power of ten.
///
/// Arithmetic is checked: an overflow gives `None`, never a rounded number. Equal numbers are equal however they were
/// written, since trailing zeros are dropped.
///
/// ```
/// use faktum::Decimal;
/// let n: Decimal = "6.90".parse().unwrap();
/// assert_eq!(n.scaled(9).unwrap().to_string(), "6900000000");
/// assert_eq!(n.to_string(), "6.9");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Decimal {
    /// The integer's bytes: an `i128` would stand at multiples of sixteen, and figures hold many numbers.
    digits: [u8; 16],
    /// How many of the digits stand behind the point.
    scale: u8,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Decimal = Decimal { digits: [0; 16], scale: 0 };

    /// `digits` with the point moved `scale` places to the left.
    pub fn new(mut digits: i128, mut scale: u8) -> Decimal {
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Decimal::of(digits, scale)
    }

    /// A number without zeros behind the point.
    fn of(digits: i128, scale: u8) -> Decimal {
        Decimal { digits: digits.to_ne_bytes(), scale }
    }

    /// All digits as one integer.
    fn integer(self) -> i128 {
        i128::from_ne_bytes(self.digits)
    }

    /// The number times ten to the `power`; `None` on overflow.
    pub fn scaled(self, power: u32) -> Option<Decimal> {
        let behind = u32::from(self.scale);
        if power <= behind {
            return Some(Decimal::new(self.integer(), (behind - power) as u8));
        }
        let digits = times_power(self.integer(), power - behind)?;
        Some(Decimal::of(digits, 0))
    }

    /// The sum; `None` on overflow.
    pub fn plus(self, other: Decimal) -> Option<Decimal> {
        if self.scale == 0 && other.scale == 0 {
            return Some(Decimal::of(self.integer().checked_add(other.integer())?, 0));
        }
        let scale = self.scale.max(other.scale);
        let sum = self.at_scale(scale)?.checked_add(other.at_scale(scale)?)?;
        Some(Decimal::new(sum, scale))
    }

    /// The product; `None` on overflow.
    pub fn times(self, other: Decimal) -> Option<Decimal> {
        if other.integer() == 1 && other.scale == 0 {
            return Some(self);
        }
        let scale = self.scale.checked_add(other.scale)?;
        Some(Decimal::new(self.integer().checked_mul(other.integer())?, scale))
    }

    /// The number with the other sign; of the smallest, which has no opposite, the largest.
    pub fn negated(self) -> Decimal {
        Decimal::of(self.integer().saturating_neg(), self.scale)
    }

    /// The number as an integer, where it is one.
    pub fn to_integer(self) -> Option<i128> {
        (self.scale == 0).then_some(self.integer())
    }

    /// Whether it can be read as it was written: it is an integer of 64 bits, or `f64` holds its digits.
    pub(crate) fn is_lasting(self) -> bool {
        const DIGITS: u128 = 10u128.pow(f64::DIGITS);
        let mut digits = self.integer().unsigned_abs();
        let wide = self.scale > 0 || digits > u128::from(u64::MAX);
        while wide && digits >= DIGITS && digits.is_multiple_of(10) {
            digits /= 10;
        }
        !wide || digits < DIGITS
    }

    fn at_scale(self, scale: u8) -> Option<i128> {
        let more = u32::from(scale.checked_sub(self.scale)?);
        times_power(self.integer(), more)
    }
}

/// An integer times a power of ten; without checks where nothing can overflow.
fn times_power(digits: i128, power: u32) -> Option<i128> {
    const POWERS: [i64; 10] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];
    match (i64::try_from(digits), POWERS.get(power as usize)) {
        (Ok(small), Some(power)) => Some(i128::from(small) * i128::from(*power)),
        _ => digits.checked_mul(10i128.checked_pow(power)?),
    }
}

impl From<u32> for Decimal {
    fn from(number: u32) -> Decimal {
        Decimal::of(i128::from(number), 0)
    }
}

impl From<i64> for Decimal {
    fn from(number: i64) -> Decimal {
        Decimal::new(i128::from(number), 0)
    }
}

/// A text is no decimal number, or has more than 38 digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[error("expected digits with at most one point, up to 38 of them")]
pub struct ParseDecimalError;

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    /// Reads `-12.50`: an optional sign, digits, and at most one point.
    fn from_str(text: &str) -> Result<Decimal, ParseDecimalError> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let mut digits = 0i128;
        if whole.is_empty() && fraction.is_empty() {
            return Err(ParseDecimalError);
        }
        for byte in whole.bytes().chain(fraction.bytes()) {
            if !byte.is_ascii_digit() {
                return Err(ParseDecimalError);
            }
            digits = digits
                .checked_mul(10)
                .and_then(|digits| digits.checked_add(i128::from(byte - b'0')))
                .ok_or(ParseDecimalError)?;
        }
        let scale = u8::try_from(fraction.len()).map_err(|_| ParseDecimalError)?;
        let number = Decimal::new(digits, scale);
        Ok(if negative { number.negated() } else { number })
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> std::cmp::Ordering {
        if self.scale == other.scale {
            return self.integer().cmp(&other.integer());
        }
        let scale = self.scale.max(other.scale);
        match (self.at_scale(scale), other.at_scale(scale)) {
            (Some(a), Some(b)) => a.cmp(&b),
            // Only one of them can overflow at the larger scale, and that one is farther from zero.
            (None, _) => self.integer().cmp(&0),
            (_, None) => 0.cmp(&other.integer()),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

/// A number in digits: `-0.0075` is negative, has the whole `0`, two zeros and the fraction `75`.
pub(crate) struct Digits<'b> {
    pub negative: bool,
    pub whole: &'b str,
    /// How many zeros stand between the point and the rest of the fraction.
    pub zeros: usize,
    /// Empty for an integer.
    pub fraction: &'b str,
}

impl Decimal {
    /// The number in digits, without an allocation.
    pub(crate) fn digits(self, buffer: &mut itoa::Buffer) -> Digits<'_> {
        // Most numbers are small, and dividing 128 bits is slow.
        let digits = match u64::try_from(self.integer()) {
            Ok(small) => buffer.format(small),
            Err(_) => buffer.format(self.integer().unsigned_abs()),
        };
        let behind = usize::from(self.scale);
        let (whole, fraction) = match digits.len().checked_sub(behind) {
            Some(point) if point > 0 => digits.split_at(point),
            _ => ("0", digits),
        };
        Digits { negative: self.integer() < 0, whole, zeros: behind - fraction.len(), fraction }
    }

    /// Writes the number with as many digits as it has, and a point before its fraction.
    pub(crate) fn write(self, out: &mut impl fmt::Write) -> fmt::Result {
        let mut buffer = itoa::Buffer::new();
        let digits = self.digits(&mut buffer);
        if digits.negative {
            out.write_char('-')?;
        }
        out.write_str(digits.whole)?;
        if digits.fraction.is_empty() {
            return Ok(());
        }
        out.write_char('.')?;
        (0..digits.zeros).try_for_each(|_| out.write_char('0'))?;
        out.write_str(digits.fraction)
    }
}

impl Serialize for Decimal {
    /// As a number. Fractions and integers of more than 64 bits go through the nearest `f64`, which holds the same decimal
    /// up to 15 digits.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(integer) = self.to_integer() {
            if let Ok(integer) = i64::try_from(integer) {
                return serializer.serialize_i64(integer);
            }
            if let Ok(integer) = u64::try_from(integer) {
                return serializer.serialize_u64(integer);
            }
        }
        match self.to_string().parse::<f64>() {
            Ok(float) => serializer.serialize_f64(float),
            Err(_) => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    /// From a number. Those of more than 15 digits may come as the nearest `f64`, of which the shortest decimal is taken.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        deserializer.deserialize_any(Number)
    }
}

struct Number;

impl Visitor<'_> for Number {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E>(self, number: i64) -> Result<Decimal, E> {
        Ok(Decimal::from(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Decimal, E> {
        Ok(Decimal::new(i128::from(number), 0))
    }

    fn visit_i128<E>(self, number: i128) -> Result<Decimal, E> {
        Ok(Decimal::new(number, 0))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Decimal, E> {
        number.to_string().parse().map_err(|error| E::custom(format_args!("{number}: {error}")))
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn reads_and_prints_exactly() {
        for text in
            ["0", "10", "0.1", "-12.5", "123456789012345678901234567890", "-1234567890123456789012.3456789", "0.007"]
        {
            assert_eq!(decimal(text).to_string(), text);
        }
        assert_eq!(decimal("1.50"), decimal("1.5"));
        for bad in ["", ".", "-", "1,5", "1.2.3", "x", &"9".repeat(40)] {
            assert!(bad.parse::<Decimal>().is_err(), "{bad}");
        }
    }

    #[test]
    fn prints_the_longest_numbers() {
        assert_eq!(Decimal::new(i128::MIN, 0).to_string(), i128::MIN.to_string());
        assert_eq!(Decimal::new(-1, u8::MAX).to_string(), format!("-0.{}1", "0".repeat(254)));
        assert_eq!(Decimal::new(i128::MAX, 38).to_string(), "1.70141183460469231731687303715884105727");
    }

    #[test]
    fn computes_exactly_or_not_at_all() {
        assert_eq!(decimal("6.9").scaled(9), Some(decimal("6900000000")));
        assert_eq!(decimal("0.25").scaled(1), Some(decimal("2.5")));
        assert_eq!(decimal("0.1").plus(decimal("0.2")), Some(decimal("0.3")));
        assert_eq!(decimal("1.5").times(decimal("12")), Some(decimal("18")));
        assert_eq!(decimal("9").scaled(40), None);
        assert_eq!(Decimal::new(i128::MIN, 0).negated(), Decimal::new(i128::MAX, 0));
        assert!(decimal("2.5") < decimal("10"));
    }

    #[test]
    fn serialises_as_numbers() {
        let json = |text| serde_json::to_string(&decimal(text)).unwrap();
        assert_eq!(json("6900000000"), "6900000000");
        assert_eq!(json("0.1"), "0.1");
        assert_eq!(json("18446744073709551615"), "18446744073709551615");
        // No more than what every reader of JSON has numbers for.
        assert_eq!(json("123456789012345678901234567890"), "1.2345678901234568e+29");
    }

    #[test]
    fn is_read_as_it_was_written() {
        let lasting = [
            "0",
            "-12",
            "0.1",
            "-3.14159",
            "0.0000001",
            "62000000",
            "1200000000000.5",
            "123456789.012345",
            "18446744073709551615",
            "100000000000000000000",
            "123456789012345000000000000000000000",
        ];
        for text in lasting {
            assert!(decimal(text).is_lasting(), "{text}");
            let json = serde_json::to_string(&decimal(text)).unwrap();
            assert_eq!(serde_json::from_str::<Decimal>(&json).unwrap(), decimal(text), "{json}");
            let value = serde_json::to_value(decimal(text)).unwrap();
            assert_eq!(serde_json::from_value::<Decimal>(value).unwrap(), decimal(text), "{text}");
        }
        for text in ["18446744073709551617", "1234567890123456000000000", "123456789.0123456"] {
            assert!(!decimal(text).is_lasting(), "{text}");
        }
        assert!(serde_json::from_str::<Decimal>("1e300").is_err());
        assert!(serde_json::from_str::<Decimal>("\"1\"").is_err());
    }
}
