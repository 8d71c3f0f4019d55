//! A position that cannot be wrong: longitude before latitude, WGS 84 degrees, inside the world.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A position on WGS 84 in decimal degrees, **longitude before latitude**.
///
/// The fields are private and the constructor refuses what is not on the globe, so code further on needs no second check.
///
/// ```
/// use karun::Position;
/// let tacheng = Position::new(82.98, 46.75).unwrap();
/// assert_eq!(tacheng.lon(), 82.98);
/// assert!(Position::new(46.75, 182.98).is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(try_from = "[f64; 2]", into = "[f64; 2]")]
pub struct Position {
    lon: f64,
    lat: f64,
}

/// Why two numbers are no position.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct BadPosition {
    lon: f64,
    lat: f64,
}

impl fmt::Display for BadPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { lon, lat } = self;
        if !lon.is_finite() || !lat.is_finite() {
            write!(f, "{lon},{lat} is not a pair of finite numbers")
        } else if lat.abs() > 90.0 && lon.abs() <= 90.0 && lat.abs() <= 180.0 {
            write!(f, "latitude {lat} is beyond 90 degrees: longitude comes first, {lat},{lon} would be a position")
        } else if lat.abs() > 90.0 {
            write!(f, "latitude {lat} is beyond 90 degrees")
        } else {
            write!(f, "longitude {lon} is beyond 180 degrees")
        }
    }
}

impl std::error::Error for BadPosition {}

impl Position {
    /// Longitude, then latitude, in degrees.
    ///
    /// # Errors
    /// Refuses numbers that are not finite, longitudes beyond ±180 and latitudes beyond ±90.
    pub fn new(lon: f64, lat: f64) -> Result<Self, BadPosition> {
        if lon.abs() <= 180.0 && lat.abs() <= 90.0 { Ok(Self { lon, lat }) } else { Err(BadPosition { lon, lat }) }
    }

    /// Longitude in degrees, east positive.
    pub fn lon(self) -> f64 {
        self.lon
    }

    /// Latitude in degrees, north positive.
    pub fn lat(self) -> f64 {
        self.lat
    }

    /// As `geo`'s coordinate: `x` is the longitude, `y` the latitude.
    pub fn coord(self) -> geo::Coord<f64> {
        geo::Coord { x: self.lon, y: self.lat }
    }

    /// As `geo`'s point: `x` is the longitude, `y` the latitude.
    pub fn point(self) -> geo::Point<f64> {
        geo::Point(self.coord())
    }
}

impl TryFrom<[f64; 2]> for Position {
    type Error = BadPosition;

    fn try_from([lon, lat]: [f64; 2]) -> Result<Self, BadPosition> {
        Self::new(lon, lat)
    }
}

impl From<Position> for [f64; 2] {
    fn from(p: Position) -> Self {
        [p.lon, p.lat]
    }
}

/// `LON,LAT` as the command reads it; spaces around the comma are allowed.
impl std::str::FromStr for Position {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || format!("«{text}» is not LON,LAT: two decimal numbers, longitude first, as 82.98,46.75");
        let (lon, lat) = text.split_once(',').ok_or_else(expected)?;
        let number = |s: &str| s.trim().parse::<f64>().map_err(|_| expected());
        Self::new(number(lon)?, number(lat)?).map_err(|why| why.to_string())
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}", self.lon, self.lat)
    }
}
