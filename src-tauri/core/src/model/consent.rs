//! What a person agreed to, and what may be told of them for it: a rule for every field, and nothing is told that no rule lets through.

use serde::Serialize;

/// What a person agreed to, from nothing to everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consent {
    /// Nobody knows, or nothing.
    Nothing,
    /// That the case is told without a name.
    Anonymous,
    /// That partners learn the name; nobody else.
    NamedPartner,
    /// That everybody may know.
    Public,
}

impl Consent {
    /// Reads a code; whatever is not known to be a consent is none.
    #[must_use]
    pub fn parse(code: &str) -> Self {
        match code {
            "anonymous" => Self::Anonymous,
            "named_partner" => Self::NamedPartner,
            "public" => Self::Public,
            _ => Self::Nothing,
        }
    }
}

/// What can be told of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Personal {
    /// Name.
    Name,
    /// Age band.
    Age,
    /// Gender.
    Gender,
    /// Posts and work.
    Profession,
    /// Contact.
    Contact,
    /// Addresses of what the person published: they often hold a name.
    Address,
}

impl Personal {
    /// All of them, in the order in which they are always listed.
    pub const ALL: [Self; 6] = [Self::Name, Self::Age, Self::Gender, Self::Profession, Self::Contact, Self::Address];

    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Age => "age",
            Self::Gender => "gender",
            Self::Profession => "profession",
            Self::Contact => "contact",
            Self::Address => "address",
        }
    }

    /// Returns the least that a person must have agreed to.
    #[must_use]
    pub const fn least(self) -> Consent {
        match self {
            Self::Age | Self::Gender | Self::Profession => Consent::Anonymous,
            Self::Name | Self::Contact | Self::Address => Consent::NamedPartner,
        }
    }

    /// Says whether it tells who the person is. A consent to that must be in an exhibit.
    #[must_use]
    pub const fn identifies(self) -> bool {
        matches!(self, Self::Name | Self::Contact | Self::Address)
    }
}

/// What is told of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Told {
    /// The value, and everybody may read it.
    Given(String),
    /// The value, to the one body that it is sent to and to nobody else.
    Confidential(String),
    /// There is a value, and no consent to tell it.
    Withheld,
    /// There is no value.
    NotRecorded,
}

/// What is known of a person's consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreed {
    /// What was agreed to.
    pub consent: Consent,
    /// It stands in an exhibit.
    pub is_proved: bool,
    /// The person is a child, or nobody knows that it is none.
    pub may_be_child: bool,
}

impl Agreed {
    /// Tells a field as far as the consent lets it.
    #[must_use]
    pub fn told(&self, field: Personal, value: &str) -> Told {
        if value.trim().is_empty() {
            return Told::NotRecorded;
        }
        if self.consent < field.least() || (field.identifies() && !self.is_proved) {
            return Told::Withheld;
        }
        let is_confidential =
            field.identifies() && (self.consent < Consent::Public || self.may_be_child || field == Personal::Contact);
        if is_confidential { Told::Confidential(value.to_owned()) } else { Told::Given(value.to_owned()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreed(code: &str) -> Agreed {
        Agreed { consent: Consent::parse(code), is_proved: true, may_be_child: false }
    }

    #[test]
    fn every_field_is_told_as_far_as_each_consent_lets_it() {
        use Personal::{Address, Age, Contact, Gender, Name, Profession};
        let given = || Told::Given("x".into());
        let confidential = || Told::Confidential("x".into());
        let check = |code: &str, expected: [Told; 6]| {
            let told = [Name, Age, Gender, Profession, Contact, Address].map(|field| agreed(code).told(field, "x"));
            assert_eq!(told, expected, "{code}");
        };
        for code in ["none", "unknown", "", "PUBLIC", "anything"] {
            check(code, [const { Told::Withheld }; 6]);
        }
        check("anonymous", [Told::Withheld, given(), given(), given(), Told::Withheld, Told::Withheld]);
        check("named_partner", [confidential(), given(), given(), given(), confidential(), confidential()]);
        check("public", [given(), given(), given(), given(), confidential(), given()]);
    }

    #[test]
    fn what_tells_who_somebody_is_needs_a_consent_in_an_exhibit() {
        for field in Personal::ALL.into_iter().filter(|field| field.identifies()) {
            for code in ["named_partner", "public"] {
                assert_eq!(Agreed { is_proved: false, ..agreed(code) }.told(field, "x"), Told::Withheld, "{field:?} {code}");
            }
        }
    }

    #[test]
    fn a_child_is_never_named_to_everybody() {
        for field in Personal::ALL.into_iter().filter(|field| field.identifies()) {
            let told = Agreed { may_be_child: true, ..agreed("public") }.told(field, "x");
            assert_eq!(told, Told::Confidential("x".into()), "{field:?}");
        }
    }

    #[test]
    fn nothing_is_withheld_where_nothing_is() {
        for field in Personal::ALL {
            assert_eq!(agreed("none").told(field, "  "), Told::NotRecorded);
        }
    }
}
