import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** A real server on loopback that a test started, and how to end it. */
export interface Server {
  readonly url: string;
  /** Ends it without a farewell, as a fault does. */
  kill(): void;
  stop(): Promise<void>;
}

/** Starts a server, or says in one line why it cannot; in CI that is a failure. */
export async function server(name: string, start: () => Promise<Server>): Promise<Server | undefined> {
  try {
    return await start();
  } catch (error) {
    const why = `${name} cannot be started here, so its tests are passed over: ${(error as Error).message.split("\n")[0]}`;
    if (process.env["CI"] === "true") throw new Error(why);
    console.log(why);
    return undefined;
  }
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject()));
    });
  });
}

function found(names: readonly string[], what: string): string {
  const path = names.find((one) => existsSync(one));
  if (path === undefined) throw new Error(`${what} is not installed`);
  return path;
}

async function waitFor(ready: () => Promise<unknown>, child: ChildProcess, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      await ready();
      return;
    } catch (error) {
      if (child.exitCode !== null) throw new Error(`it ended with exit code ${child.exitCode}`);
      if (Date.now() > end) throw new Error(`not ready after ${seconds} s: ${(error as Error).message}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function handle(child: ChildProcess, folder: string, url: string): Server {
  const gone = () =>
    new Promise<void>((resolve) =>
      child.exitCode !== null || child.signalCode !== null ? resolve() : child.once("exit", () => resolve()),
    );
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  return {
    url,
    kill: end,
    async stop() {
      child.kill("SIGINT");
      const timer = setTimeout(end, 5000);
      await gone();
      clearTimeout(timer);
      process.off("exit", end);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL from Debian's package, on a fresh cluster. It does not run as root, so root lends it another user. */
export async function startPostgresql(): Promise<Server> {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql").sort() : [];
  const bin = found(
    [`/usr/lib/postgresql/${versions.at(-1)}/bin`],
    "PostgreSQL (apt-get install postgresql)",
  );
  const folder = mkdtempSync(join(tmpdir(), "trade-figures-pg-"));
  const user = process.getuid?.() === 0 ? (ids("postgres") ?? ids("nobody")) : undefined;
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const port = await freePort();
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"],
    {
      ...user,
      stdio: "pipe",
    },
  );
  const child = spawn(
    join(bin, "postgres"),
    [
      "-D",
      data,
      "-p",
      String(port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "fsync=off",
    ],
    { ...user, stdio: "ignore" },
  );
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  const { default: pg } = await import("pg");
  await waitFor(
    async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.end();
    },
    child,
    180,
  );
  return handle(child, folder, url);
}

/** ClickHouse from Debian's package: an old server, for the wire. */
export async function startClickhouse(): Promise<Server> {
  const program = found(
    ["/usr/bin/clickhouse-server", "/usr/bin/clickhouse", "/usr/sbin/clickhouse-server"],
    "ClickHouse (apt-get install clickhouse-server)",
  );
  const folder = mkdtempSync(join(tmpdir(), "trade-figures-ch-"));
  const [http, tcp] = [await freePort(), await freePort()];
  for (const one of ["data", "tmp", "files", "schemas"]) mkdirSync(join(folder, one));
  writeFileSync(
    join(folder, "users.xml"),
    "<yandex><profiles><default/></profiles><quotas><default/></quotas><users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users></yandex>",
  );
  writeFileSync(
    join(folder, "config.xml"),
    `<yandex><logger><level>error</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger><listen_host>127.0.0.1</listen_host><http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><user_files_path>${folder}/files/</user_files_path><format_schema_path>${folder}/schemas/</format_schema_path><users_config>${folder}/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>10000000</mark_cache_size></yandex>`,
  );
  const child = spawn(
    program,
    [...(program.endsWith("clickhouse") ? ["server"] : []), `--config-file=${folder}/config.xml`],
    {
      stdio: "ignore",
      cwd: folder,
    },
  );
  await waitFor(
    async () => {
      const answer = await fetch(`http://127.0.0.1:${http}/ping`);
      if (!answer.ok) throw new Error(`status ${answer.status}`);
    },
    child,
    180,
  );
  return handle(child, folder, `clickhouse://default@127.0.0.1:${http}/default`);
}

// In the home folder, so that `npm ci` and a fresh clone find it again.
const CACHE = join(homedir(), ".cache/trade-figures-engines");

/** What only the tests need, from its registry into a cache folder: it would slow every `npm ci` by as much again. */
function installed(folder: string, mark: string, install: () => void): string {
  const at = join(CACHE, folder);
  if (!existsSync(join(at, mark))) {
    mkdirSync(at, { recursive: true });
    install();
  }
  return at;
}

/** A package of PyPI in a virtual environment of its own. */
function fromPypi(name: string, version: string, folder: string, mark: string): string {
  return installed(`${folder}-${version}`, mark, () => {
    const at = join(CACHE, `${folder}-${version}`);
    step("python3", ["-m", "venv", at]);
    // What the servers need is inside their packages; what their Python clients need is not used here.
    step(join(at, "bin/pip"), [
      "install",
      "-q",
      "--disable-pip-version-check",
      "--no-deps",
      `${name}==${version}`,
    ]);
  });
}

/** Sail, a server of Spark's dialect and protocol, from PyPI. */
export async function startSail(): Promise<Server> {
  const at = fromPypi("pysail", "0.7.2", "sail", "bin/sail");
  const folder = mkdtempSync(join(tmpdir(), "trade-figures-sail-"));
  const port = await freePort();
  const child = spawn(
    join(at, "bin/sail"),
    ["spark", "server", "--ip", "127.0.0.1", "--port", String(port)],
    {
      stdio: "ignore",
      cwd: folder,
    },
  );
  const url = `sc://127.0.0.1:${port}`;
  const { openSpark } = await import("../../src/data/sql/spark.js");
  await waitFor(async () => (await openSpark(url)).close(), child, 180);
  return handle(child, folder, url);
}

/**
 * Spark itself, from PyPI, with its Connect server; it needs Java 17 or later. It listens on loopback alone.
 * @param settings more of Spark's settings: spark.sql.ansi.enabled
 */
export async function startSpark(settings: Readonly<Record<string, string>> = {}): Promise<Server> {
  const java = spawnSync("java", ["-version"], { encoding: "utf8" });
  if (java.status !== 0) throw new Error("Java is not installed (apt-get install openjdk-17-jre-headless)");
  const at = fromPypi("pyspark", "4.3.0", "spark", "bin/pyspark");
  const lib = found(
    readdirSync(join(at, "lib")).map((python) => join(at, "lib", python, "site-packages/pyspark")),
    "pyspark",
  );
  const folder = mkdtempSync(join(tmpdir(), "trade-figures-spark-"));
  const port = await freePort();
  const conf = {
    "spark.connect.grpc.binding.address": "127.0.0.1",
    "spark.connect.grpc.binding.port": String(port),
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.sql.warehouse.dir": join(folder, "warehouse"),
    // Two hundred tasks for a sum of ten thousand rows would take longer than all else.
    "spark.sql.shuffle.partitions": "2",
    ...settings,
  };
  const child = spawn(
    join(lib, "bin/spark-submit"),
    [
      ...["--class", "org.apache.spark.sql.connect.service.SparkConnectServer", "--master", "local[2]"],
      ...Object.entries(conf).flatMap(([name, value]) => ["--conf", `${name}=${value}`]),
      "spark-internal",
    ],
    { stdio: "ignore", cwd: folder, env: { ...process.env, SPARK_HOME: lib, SPARK_LOCAL_IP: "127.0.0.1" } },
  );
  const url = `sc://127.0.0.1:${port}`;
  const { openSpark } = await import("../../src/data/sql/spark.js");
  await waitFor(async () => (await openSpark(url)).close(), child, 180);
  return handle(child, folder, url);
}

/** Today's ClickHouse inside this process, from npm's chdb. @returns its `chdb/connection` module's file */
export function chdb(): string {
  const at = installed("chdb-3.4.0", "node_modules/chdb/package.json", () => {
    step("npm", [
      "install",
      "--prefix",
      join(CACHE, "chdb-3.4.0"),
      "--no-audit",
      "--no-fund",
      "--silent",
      "chdb@3.4.0",
      "@clickhouse/client@1.23.1",
    ]);
  });
  return join(at, "node_modules/chdb");
}

function step(program: string, args: readonly string[]): void {
  const done = spawnSync(program, [...args], { encoding: "utf8", timeout: 600_000 });
  if (done.status !== 0)
    throw new Error(
      `${program} ${args.slice(0, 2).join(" ")}: ${done.error?.message ?? done.stderr.trim().split("\n").at(-1)}`,
    );
}

function ids(user: string): { uid: number; gid: number } | undefined {
  const id = (flag: string) => Number(spawnSync("id", [flag, user], { encoding: "utf8" }).stdout);
  const [uid, gid] = [id("-u"), id("-g")];
  return uid > 0 ? { uid, gid } : undefined;
}
