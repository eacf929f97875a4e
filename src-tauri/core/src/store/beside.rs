//! What stands beside an item that is judged: the application and the experts behind its order, officials named with it, like items, opinions.

use super::cells::id_at;
use super::vault::Vault;
use crate::error::{Doing, Result};
use crate::id::Id;
use rusqlite::{OptionalExtension, params};

/// The records behind an order that the statutory checklist looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Behind {
    /// The application that led to it.
    pub complaint: Option<Id>,
    /// The decision of the state's expert group.
    pub experts: Option<Id>,
}

impl Vault {
    /// Finds the application and the expert decision behind an order.
    pub fn behind(&self, order: &Id) -> Result<Behind> {
        let db = self.read()?;
        let complaint = db
            .prepare_cached("SELECT id FROM complaints WHERE order_id = ?1 AND withdrawn IS NULL ORDER BY rowid LIMIT 1")
            .and_then(|mut s| s.query_row([&order.bytes()[..]], |r| id_at(r, "id")).optional())
            .doing("finding the application behind an order")?;
        let experts = db
            .prepare_cached(
                "SELECT e.id AS id FROM expert_decisions e WHERE e.withdrawn IS NULL AND
                 e.id = coalesce((SELECT expert_decision_id FROM orders WHERE id = ?1), (SELECT expert_decision_id FROM complaints WHERE id = ?2))",
            )
            .and_then(|mut s| {
                s.query_row(params![&order.bytes()[..], complaint.as_ref().map(|c| &c.bytes()[..])], |r| id_at(r, "id")).optional()
            })
            .doing("finding the expert decision behind an order")?;
        Ok(Behind { complaint, experts })
    }

    /// Lists the names of those whom the content criticises or the order shields, as the register has them linked to the item or its order.
    pub fn officials_at(&self, order_item: &Id) -> Result<Vec<String>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT DISTINCT a.name AS name FROM order_items oi JOIN actor_roles r ON (r.item_id = oi.item_id OR r.order_id = oi.order_id)
                   AND r.withdrawn IS NULL AND (r.role = 'person_criticised' OR r.role = 'beneficiary_official')
                 JOIN actors a ON a.id = r.actor_id AND a.withdrawn IS NULL
                 WHERE oi.id = ?1 AND (r.role = 'beneficiary_official' OR EXISTS
                   (SELECT 1 FROM occupancies p WHERE p.actor_id = a.id AND p.withdrawn IS NULL AND p.public_office <> 'no'))",
            )
            .doing("preparing to find officials")?;
        statement.query_map([&order_item.bytes()[..]], |r| r.get("name")).and_then(Iterator::collect).doing("finding officials")
    }

    /// Finds the newest order item of a content item.
    pub fn order_item_of(&self, item: &Id) -> Result<Option<Id>> {
        self.read()?
            .prepare_cached(
                "SELECT oi.id AS id FROM order_items oi JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL
                 WHERE oi.item_id = ?1 AND oi.withdrawn IS NULL ORDER BY oi.rowid DESC LIMIT 1",
            )
            .and_then(|mut s| s.query_row([&item.bytes()[..]], |r| id_at(r, "id")).optional())
            .doing("finding an item's order")
    }

    /// Lists the pairs of like items that an item stands in.
    pub fn comparators_of(&self, item: &Id) -> Result<Vec<Id>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT id FROM comparator_pairs WHERE (item_a_id = ?1 OR item_b_id = ?1) AND withdrawn IS NULL ORDER BY rowid",
            )
            .doing("preparing to find comparators")?;
        statement.query_map([&item.bytes()[..]], |r| id_at(r, "id")).and_then(Iterator::collect).doing("finding comparators")
    }

    /// Lists the opinions of outside experts on an item or its order.
    pub fn opinions_on(&self, item: &Id, order: &Id) -> Result<Vec<Id>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT id FROM expert_opinions WHERE (item_id = ?1 OR order_id = ?2) AND withdrawn IS NULL ORDER BY rowid",
            )
            .doing("preparing to find opinions")?;
        statement
            .query_map(params![&item.bytes()[..], &order.bytes()[..]], |r| id_at(r, "id"))
            .and_then(Iterator::collect)
            .doing("finding opinions")
    }
}
