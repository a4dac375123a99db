//! Lengths and sizes in the units that both formats take exactly.

/// A length on paper in whole twips (one twentieth of a point).
///
/// WordprocessingML gives indents, widths and line pitches in twips; in PDF, twenty
/// make a user-space unit. Nothing is rounded on the way to either.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(i32);

impl Length {
    /// No length.
    pub const ZERO: Self = Self(0);

    /// A length in twips.
    pub const fn twips(twips: i32) -> Self {
        Self(twips)
    }

    /// A length in whole points.
    pub const fn points(points: i32) -> Self {
        Self(points * 20)
    }

    /// A length in whole millimetres, to the nearest twip.
    ///
    /// # Examples
    ///
    /// ```
    /// use bienban::document::Length;
    ///
    /// assert_eq!(Length::millimetres(30).to_twips(), 1701); // 1700.79
    /// assert_eq!(Length::millimetres(15).to_twips(), 850); // 850.39
    /// ```
    pub const fn millimetres(millimetres: i32) -> Self {
        // 25.4 mm are 1440 twips; doubled so that adding half rounds to nearest
        Self((millimetres * 14_400 + 127) / 254)
    }

    /// The length in twips.
    pub const fn to_twips(self) -> i32 {
        self.0
    }

    /// The length in points, for PDF.
    pub fn to_points(self) -> f64 {
        f64::from(self.0) / 20.0
    }

    /// This length less another.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }

    /// This length and another.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

/// A font size in half-points, the unit of WordprocessingML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FontSize(u16);

impl FontSize {
    /// A size in whole points.
    pub const fn points(points: u16) -> Self {
        Self(points * 2)
    }

    /// The size in half-points, for DOCX.
    pub const fn to_half_points(self) -> u16 {
        self.0
    }

    /// The size in points, for PDF.
    pub fn to_points(self) -> f64 {
        f64::from(self.0) / 2.0
    }
}
