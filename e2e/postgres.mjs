// A throw-away server of PostgreSQL on a socket of its own. Nothing listens on a network. It is asked to end by `stop`, and ends
// by itself when this program ends, however it ends: it runs below a shell that waits for the end of its input.

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Names the socket. */
const PORT = 50432;
const START_MS = 60_000;
const STOP_MS = 60_000;
const GUARD = `
"$1/postgres" -D "$2/data" -k "$2" >"$2/log" 2>&1 &
read -r nothing
kill -INT $!
wait $!
rm -rf "$2"
`;
const SETTINGS = `listen_addresses = ''
port = ${PORT}
shared_buffers = 64MB
fsync = off
synchronous_commit = off
full_page_writes = off
`;

/** The folder with `initdb` and `postgres`; Debian keeps them apart from other programs. */
export function postgresPrograms() {
  const apart = '/usr/lib/postgresql';
  const installed = existsSync(apart) ? readdirSync(apart).sort().reverse().map((version) => join(apart, version, 'bin')) : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...installed];
  return folders.find((folder) => ['initdb', 'postgres', 'createdb'].every((name) => existsSync(join(folder, name))));
}

/** Whom the server runs as: it refuses to run as root. */
function owner() {
  if (process.getuid() !== 0) return {};
  const number = (...words) => Number(execFileSync('id', words, { stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: number('-u', user), gid: number('-g', user) };
    } catch {
      // Not every machine knows both.
    }
  }
  throw new Error('PostgreSQL refuses to run as root, and no user "postgres" or "nobody" is known');
}

function answers(socket) {
  return new Promise((told) => {
    const connection = createConnection(socket);
    connection.once('connect', () => { connection.destroy(); told(true); });
    connection.once('error', () => told(false));
  });
}

/** Starts the server; `undefined` if PostgreSQL is not installed. */
export async function startPostgres() {
  const place = postgresPrograms();
  if (!place) return undefined;
  // A path of a socket has no room for a long folder.
  const folder = mkdtempSync('/tmp/miedza-pg-');
  const who = owner();
  chmodSync(folder, 0o755);
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid);
  const make = ['-A', 'trust', '-U', 'miedza', '-E', 'UTF8', '--no-sync', '-D', join(folder, 'data')];
  execFileSync(join(place, 'initdb'), make, { ...who, cwd: folder, stdio: 'ignore', timeout: START_MS });
  writeFileSync(join(folder, 'data/postgresql.auto.conf'), SETTINGS);
  const guard = spawn('/bin/sh', ['-c', GUARD, 'guard', place, folder], { ...who, cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = new Promise((told) => { guard.once('exit', told); });
  const socket = join(folder, `.s.PGSQL.${PORT}`);
  const late = Date.now() + START_MS;
  while (!(await answers(socket))) {
    if (Date.now() > late) throw new Error(`PostgreSQL does not answer within ${START_MS / 1000} s; its log lies in ${folder}`);
    await pause(20);
  }
  return {
    /** Makes an empty database; gives its address. */
    create(name) {
      execFileSync(join(place, 'createdb'), ['-h', folder, '-p', String(PORT), '-U', 'miedza', name], { stdio: 'inherit', timeout: START_MS });
      return `postgres://miedza@localhost/${name}?host=${folder}&port=${PORT}`;
    },
    async stop() {
      guard.stdin.end();
      const isLate = await Promise.race([ended.then(() => false), pause(STOP_MS, true, { ref: false })]);
      if (isLate) throw new Error(`PostgreSQL does not end within ${STOP_MS / 1000} s; its log lies in ${folder}`);
    },
  };
}
