### What lies in a bundle beside a paper, and what is said of it.

failure-bundle-too-large = The bundle would be { $megabytes } MB; archives of its form hold at most 2,048 MB. Nothing was saved. Release fewer exhibits to these readers, or hand large ones over apart.
cli-bundle = { $name }: { $bytes } bytes, SHA-256 { $digest }; ledger entries: { $entries }; values disclosed: { $shown }, withheld: { $withheld }
bundle-figures-snapshot = Figures. The folder data holds the rows that the figures of the paper were made from, with their plan and results. They are in clear: see data/README.txt before handing them on.
bundle-figures-public = Figures. The folder data holds the public form of the figures (JSON and CSV) with a codebook. Small cells are blank, and whatever would tell them.
bundle-figures-none = Figures. This paper rests on no figures of the register; what it states of its subject is in ledger/entries.txt as far as its readers may see it.
bundle-figures-changed = Figures. The register has gone on since the paper was sealed and no longer gives its figures; so none lie here. Seal the paper anew to hand over figures with it.
bundle-program = Program. The folder verify holds a program that makes the same checks: run it with this folder, or with the archive, as its argument. Do not trust it more than us: build it from its published source, or follow the recipe instead.
bundle-program-none = Program. No program lies here; the recipe needs none.
bundle-codebook = CODEBOOK
    public-profile.json: rubric is the version of the method; plan and plan_digest the analysis plan that was fixed in advance; flow the sizes of what is counted; figures the measures, each with its method, population, state and, where it is told, count, denominator, estimate and interval; tables the counts by codes.
    public-tables.csv: a line for each cell. table: what is counted; population: whom it speaks of; row, column: codes, as the method names them; count: a whole number. An empty count is a cell that is not told, because it or another cell through it could point to a person.
    Shares are fractions of one. Orders and items are different things and are never added together. All figures speak of known cases only.
bundle-readme = BUNDLE OF { $organisation }
    Paper: { $paper } (folder paper). SHA-256 { $digest }. Sealed in entry { $seq } of the ledger. Made for: { $audience }.
    What it shows. The paper is, byte for byte, the one that was sealed. The entries of the ledger in it ({ $entries } of { $size }) stand at their place in a log that was signed as a whole; nothing in them was altered since. Every disclosed value is the one that was recorded; what is withheld can be told as withheld.
    What it does not show. That a statement is true; that the clock of the machine was right; that nothing was left unrecorded. Until somebody else has seen a checkpoint, who holds the key could have written the log anew.
    How to check it. Unpack the archive into an empty folder and run there: bash verify.sh. It uses openssl (3.0 or newer), sha256sum and a shell, no network and nothing of ours. By hand: (1) sha256sum --check SHA256SUMS. (2) openssl pkeyutl -verify -pubin -inkey ledger/public-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig. (3) The first three lines of ledger/checkpoint.txt are signed the same way; the signature is the last line in Base64, without its first four bytes. (4) SHA-256 of a zero byte and ledger/N.entry is a leaf; ledger/N.tlog-proof leads from it to the root in the checkpoint (RFC 9162, section 2.1.3.2). (5) In ledger/N.disclosed each line has a digest of the entry, a salt, and the bytes that were hashed behind the salt; two hyphens stand for what is withheld.
    The key. Its short form is { $key }. Compare it with the one that the organisation publishes elsewhere, on its site or on paper: a bundle cannot vouch for its own key.
    Identifiers in the entries are random names of records. Times in them are microseconds since 1970-01-01 in UTC.
