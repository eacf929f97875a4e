//! Who a paper is for. What each may see is an allow-list, field by field: what nobody allowed is not shown.

/// Who a paper is for, from those who may see most to those who may see least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// A court: everything that the case needs, with what proves it.
    Court,
    /// The lawyer of the case: as the court, and working notes.
    Lawyer,
    /// An organisation trusted with cases but not with names.
    Partner,
    /// The press: no name that is sealed, small numbers withheld.
    Press,
    /// Everybody.
    Public,
}

impl Audience {
    /// All audiences, in the order in which they are always listed.
    pub const ALL: [Self; 5] = [Self::Court, Self::Lawyer, Self::Partner, Self::Press, Self::Public];

    /// The same the other way: a paper that everybody may read is for everybody unless somebody says otherwise.
    pub const LEAST_FIRST: [Self; 5] = [Self::Public, Self::Press, Self::Partner, Self::Lawyer, Self::Court];

    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Court => "court",
            Self::Lawyer => "lawyer",
            Self::Partner => "partner",
            Self::Press => "press",
            Self::Public => "public",
        }
    }

    /// Returns the audience with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.code() == code)
    }
}
