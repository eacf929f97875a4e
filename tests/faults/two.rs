//! Two programs at one vault: the second is refused by name, whoever comes first, and what a killed one leaves keeps nobody out.

use crate::chance::{Chance, number_from, seed};
use crate::session::{Known, Told, app_at, told_by, vault_in, writer};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tarazy_core::Env;
use tarazy_core::api::wire::Nothing;

/// Races unless TARAZY_RACES says another number.
const RACES: usize = 24;

fn start(command: &mut Command) -> Child {
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
#[ignore = "takes minutes: cargo xtask test"]
fn of_two_that_open_a_vault_at_once_one_is_refused_and_a_killed_one_keeps_nobody_out() {
    let races = number_from("TARAZY_RACES").unwrap_or(RACES);
    let folder = tempfile::tempdir().unwrap();
    let vault = vault_in(folder.path());
    let mut known = Known::made(&vault).unwrap();
    let mut chance = Chance::new(seed());
    let mut firsts = 0;
    for race in 0..races {
        let desks = [folder.path().join("a"), folder.path().join("b")];
        let mut children = desks.each_ref().map(|desk| {
            std::thread::sleep(Duration::from_micros(chance.below(20_000) as u64));
            start(writer(desk, &["--only", "order"], known.in_force).env("TARAZY_VAULT", &vault))
        });
        // Each says one line at least: what it begins, or why it was refused.
        let mut readers = children.each_mut().map(|child| BufReader::new(child.stdout.take().unwrap()));
        let mut said = readers.each_mut().map(|reader| {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            line
        });
        let writes = said.each_ref().map(|line| line == "begin order\n");
        assert!(writes[0] != writes[1], "race {race}: {said:?}");
        let (one, other) = if writes[0] { (0, 1) } else { (1, 0) };
        firsts += usize::from(writes[0]);
        let refused: Value = serde_json::from_str(&said[other]).unwrap();
        assert_eq!(refused["failure"]["code"], "vault_in_use", "race {race}");
        assert_eq!(children[other].wait().unwrap().code(), Some(1), "race {race}");
        // The one that writes is not disturbed by the other: it acknowledges something more.
        readers[one].read_line(&mut said[one]).unwrap();
        readers[one].read_line(&mut said[one]).unwrap();
        assert_eq!(children[one].try_wait().unwrap(), None, "race {race}: {said:?}");
        children[one].kill().unwrap();
        children[one].wait().unwrap();
        readers[one].read_to_string(&mut said[one]).unwrap();
        let told = Told::read(&said[one]);
        assert!(!told.acks.is_empty(), "race {race}: {said:?}");
        // Opens at once, though nobody took the lock away.
        known.check(&vault, &told).unwrap_or_else(|reason| panic!("race {race}: {reason}"));
    }
    let _ = writeln!(std::io::stderr(), "{races} races, {firsts} won by the first: {} acknowledged", known.acknowledged());
}

#[test]
#[ignore = "takes minutes: cargo xtask test"]
fn of_two_that_make_a_vault_at_once_one_is_refused_and_the_vault_is_whole() {
    let races = number_from("TARAZY_RACES").unwrap_or(RACES).div_ceil(3);
    for race in 0..races {
        let folder = tempfile::tempdir().unwrap();
        let vault = vault_in(folder.path());
        let desks = [folder.path().join("a"), folder.path().join("b")];
        let children = desks.each_ref().map(|desk| start(writer(desk, &["--script"], 0).env("TARAZY_VAULT", &vault)));
        let outputs = children.map(|child| child.wait_with_output().unwrap());
        let told = outputs.each_ref().map(told_by);
        let made = told.each_ref().map(|told| told.is_closed);
        assert!(made[0] != made[1], "race {race}: {outputs:?}");
        let (one, other) = if made[0] { (0, 1) } else { (1, 0) };
        let last = String::from_utf8_lossy(&outputs[other].stdout).lines().last().unwrap().to_owned();
        let refused: Value = serde_json::from_str(&last).unwrap();
        let code = refused["failure"]["code"].as_str().unwrap_or_default().to_owned();
        assert!(["vault_in_use", "vault_exists"].contains(&code.as_str()), "race {race}: {last}");
        Known::default().check(&vault, &told[one]).unwrap_or_else(|reason| panic!("race {race}: {reason}"));
    }
}

#[test]
#[ignore = "takes minutes: cargo xtask test"]
fn a_second_application_of_the_same_process_is_refused_too() {
    let folder = tempfile::tempdir().unwrap();
    let vault = vault_in(folder.path());
    let known = Known::made(&vault).unwrap();
    let unlock = || tarazy_core::api::wire::VaultUnlock { passphrase: crate::session::PASSPHRASES[known.in_force].to_owned() };
    let (first, second) = (app_at(&vault, Env::system()), app_at(&vault, Env::system()));
    first.vault_unlock(unlock()).unwrap();
    assert!(matches!(second.vault_unlock(unlock()), Err(tarazy_core::Error::VaultInUse)));
    first.close().unwrap();
    second.vault_unlock(unlock()).unwrap();
    assert_eq!(second.ledger_verify(Nothing {}).unwrap().status, "good");
    second.close().unwrap();
}
