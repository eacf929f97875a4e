"""Times plain aggregates in a peer, over the rows that a national register was made of.

    peers.py duckdb|sqlite|postgres ROWS.csv RUNS

Prints a line for each query: its name, the median of the runs in milliseconds. Exits with 3 and a reason where the peer is not on this machine.
"""

import csv
import datetime
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

COLUMNS = [
    ("number", "TEXT"), ("authority", "TEXT"), ("issued", "TEXT"), ("year", "INTEGER"), ("month", "INTEGER"), ("platform", "TEXT"),
    ("address", "TEXT"), ("words", "TEXT"), ("outcome", "TEXT"), ("hours", "REAL"),
]
INDEXES = ["issued", "platform", "authority", "outcome"]
QUERIES = {
    "group by three keys": "SELECT platform, year, month, outcome, count(*) FROM o GROUP BY platform, year, month, outcome",
    "the twenty most": "SELECT issued, count(*) AS n FROM o GROUP BY issued ORDER BY n DESC, issued LIMIT 20",
    "median and ninth decile": {
        "duckdb": "SELECT platform, quantile_disc(hours, 0.5), quantile_disc(hours, 0.9) FROM o GROUP BY platform",
        "postgres": "SELECT platform, percentile_disc(0.5) WITHIN GROUP (ORDER BY hours), percentile_disc(0.9) WITHIN GROUP (ORDER BY hours) FROM o GROUP BY platform",
        "sqlite": "SELECT platform, min(CASE WHEN 2 * r >= n THEN hours END), min(CASE WHEN 10 * r >= 9 * n THEN hours END) FROM (SELECT platform, hours,"
        " row_number() OVER (PARTITION BY platform ORDER BY hours) AS r, count(*) OVER (PARTITION BY platform) AS n FROM o) GROUP BY platform",
    },
    "count of a filter": "SELECT count(*) FROM o WHERE issued >= '2025-03-01' AND issued < '2025-04-01'",
    "page of 50": "SELECT number, authority, issued, platform, address, outcome FROM o ORDER BY issued DESC, number LIMIT 50 OFFSET 500000",
    "one row by its number": "SELECT number, authority, issued, platform, address, outcome FROM o WHERE number = '7-%d'",
}


def day(text):
    return f"{text[6:10]}-{text[3:5]}-{text[0:2]}"


def rows(path):
    """Yields the rows with ISO days, and the hours between receipt and what was done."""
    moment = lambda text: datetime.datetime(int(text[6:10]), int(text[3:5]), int(text[0:2]), int(text[11:13]), int(text[14:16]))
    with open(path, encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter=";")
        next(lines)
        for line in lines:
            issued = day(line[2])
            hours = (moment(line[9]) - moment(line[3])).total_seconds() / 3600
            yield line[0], line[1], issued, int(issued[:4]), int(issued[5:7]), line[4], line[5], line[6], line[8], hours


def clean(path):
    """Writes the rows once, beside their source, as every peer reads them."""
    made = path + ".clean"
    if not os.path.exists(made):
        with open(made + ".part", "w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(rows(path))
        os.rename(made + ".part", made)
    return made


def absent(why):
    print(why)
    sys.exit(3)


def tell(peer, runs, ask, number):
    for name, query in QUERIES.items():
        text = query if isinstance(query, str) else query[peer]
        text = text.replace("7-%d", number)
        ask(text)
        times = [ask(text) for _ in range(runs)]
        print(f"{name}\t{statistics.median(times):.3f}", flush=True)


def duckdb(path, runs, number):
    try:
        import duckdb as engine
    except ImportError:
        absent("the Python package duckdb is not on this machine")
    with tempfile.TemporaryDirectory() as folder:
        made = clean(path)
        base = os.path.join(folder, "peer.duckdb")
        kinds = {"TEXT": "VARCHAR", "INTEGER": "INTEGER", "REAL": "DOUBLE"}
        names = ", ".join(f"'{name}': '{kinds[kind]}'" for name, kind in COLUMNS)
        with engine.connect(base) as db:
            db.execute(f"CREATE TABLE o AS SELECT * FROM read_csv('{made}', header = false, columns = {{{names}}})")
        with engine.connect(base, read_only=True) as db:
            timed(db, "duckdb", runs, number)


def timed(db, peer, runs, number):
    def ask(text):
        began = time.perf_counter()
        db.execute(text).fetchall()
        return (time.perf_counter() - began) * 1000

    tell(peer, runs, ask, number)


def sqlite(path, runs, number):
    import sqlite3

    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(os.path.join(folder, "peer.db"))
        db.execute("PRAGMA cache_size = -65536")
        db.execute(f"CREATE TABLE o ({', '.join(f'{name} {kind}' for name, kind in COLUMNS)})")
        with open(clean(path), encoding="utf-8", newline="") as file:
            db.executemany(f"INSERT INTO o VALUES ({', '.join('?' * len(COLUMNS))})", csv.reader(file))
        db.execute("CREATE UNIQUE INDEX o_number ON o (number)")
        for name in INDEXES:
            db.execute(f"CREATE INDEX o_{name} ON o ({name})")
        db.execute("ANALYZE")
        db.commit()
        timed(db, "sqlite", runs, number)


def postgres(path, runs, number):
    tools = "/usr/lib/postgresql/15/bin"
    if not os.path.exists(os.path.join(tools, "initdb")) or shutil.which("runuser") is None or os.geteuid() != 0:
        absent("PostgreSQL 15 is not on this machine, or nobody may become its user")
    made = clean(path)
    os.chmod(made, 0o644)
    with tempfile.TemporaryDirectory() as folder:
        shutil.chown(folder, "postgres")
        base = os.path.join(folder, "base")
        run = lambda *words, **rest: subprocess.run(["runuser", "-u", "postgres", "--", *words], check=True, capture_output=True, text=True, cwd=folder, **rest)
        run(f"{tools}/initdb", "-D", base, "--locale=C.UTF-8")
        # As much memory for pages as the vault keeps, and no network: the socket lies in the folder.
        options = f"-k {folder} -c listen_addresses='' -c shared_buffers=256MB -c work_mem=64MB"
        run(f"{tools}/pg_ctl", "-D", base, "-w", "-o", options, "-l", os.path.join(folder, "log"), "start")
        try:
            psql = lambda text: run("psql", "-h", folder, "-X", "-q", "-v", "ON_ERROR_STOP=1", "postgres", input=text).stdout
            kinds = {"TEXT": "text", "INTEGER": "integer", "REAL": "double precision"}
            psql(f"CREATE TABLE o ({', '.join(f'{name} {kinds[kind]}' for name, kind in COLUMNS)});")
            with open(made, "rb") as file:
                copy = ["psql", "-h", folder, "-X", "-q", "postgres", "-c", "COPY o FROM STDIN WITH (FORMAT csv)"]
                subprocess.run(["runuser", "-u", "postgres", "--", *copy], stdin=file, check=True, capture_output=True, cwd=folder)
            psql("ALTER TABLE o ADD PRIMARY KEY (number);" + "".join(f"CREATE INDEX ON o ({name});" for name in INDEXES) + "VACUUM ANALYZE o;")

            def ask(text):
                told = psql("\\timing on\n" + text + ";\n")
                return float(re.findall(r"Time: ([0-9.]+) ms", told)[-1])

            tell("postgres", runs, ask, number)
        finally:
            run(f"{tools}/pg_ctl", "-D", base, "-m", "immediate", "stop")


if __name__ == "__main__":
    peer, path, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with open(path, encoding="utf-8") as file:
        middle = sum(1 for _ in file) // 2
    number = next(row[0] for place, row in enumerate(rows(path)) if place == middle)
    {"duckdb": duckdb, "sqlite": sqlite, "postgres": postgres}[peer](path, runs, number)
