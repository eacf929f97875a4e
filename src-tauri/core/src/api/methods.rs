//! Versions of the method: drafted, checked, adopted, retired, published and read back.

use super::App;
use super::wire::{
    Method, MethodAdopt, MethodAsk, MethodChecked, MethodDraft, MethodExport, MethodRetire, MethodSaved, Methods, Nothing,
};
use crate::error::{Error, Result};

const NOT_YET: Error = Error::Inside("not yet");

pub(super) fn methods(_: &App, _: Nothing) -> Result<Methods> {
    Err(NOT_YET)
}
pub(super) fn method_open(_: &App, _: MethodAsk) -> Result<Method> {
    Err(NOT_YET)
}
pub(super) fn method_draft(_: &App, _: MethodAsk) -> Result<Method> {
    Err(NOT_YET)
}
pub(super) fn method_check(_: &App, _: MethodDraft) -> Result<MethodChecked> {
    Err(NOT_YET)
}
pub(super) fn method_save(_: &App, _: MethodDraft) -> Result<Method> {
    Err(NOT_YET)
}
pub(super) fn method_adopt(_: &App, _: MethodAdopt) -> Result<Method> {
    Err(NOT_YET)
}
pub(super) fn method_retire(_: &App, _: MethodRetire) -> Result<Method> {
    Err(NOT_YET)
}
pub(super) fn method_discard(_: &App, _: MethodAsk) -> Result<Nothing> {
    Err(NOT_YET)
}
pub(super) fn method_export(_: &App, _: MethodExport) -> Result<MethodSaved> {
    Err(NOT_YET)
}
pub(super) fn method_import(_: &App, _: Nothing) -> Result<Method> {
    Err(NOT_YET)
}
