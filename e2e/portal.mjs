// The portal under test: the real program with the demonstration on a free port, and the browser that walks through it.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { startPostgres } from './postgres.mjs';

const program = process.env.MIEDZA ?? resolve(import.meta.dirname, '../target/release/miedza');
const START_MS = 10_000;
const LOAD_MS = 120_000;
const STOP_MS = 60_000;
const CLOSE_MS = 30_000;
/** What is asked before the first test and after the last one ends within this time, or the walk fails. */
export const AROUND = { timeout: 300_000 };

/** The engine that is walked on: `sqlite` or `postgres`. */
export const engine = process.env.MIEDZA_TEST_ENGINE ?? 'sqlite';

/** A port that nobody listens on. */
function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** A database of the engine that is walked on, or nothing for the one in the data folder. */
async function database() {
  if (engine === 'sqlite') return { options: [], stop: () => undefined };
  const server = await startPostgres();
  if (!server) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  return { options: ['--database', server.create('miedza')], stop: server.stop };
}

/** Starts the program; `accounts` are those of the demonstration with their passwords. */
export async function startPortal(...options) {
  const data = mkdtempSync(join(tmpdir(), 'miedza-e2e-'));
  const base = await database();
  const where = ['--data', data, ...base.options];
  const { accounts } = JSON.parse(execFileSync(program, ['demo', '--load-only', '--json', ...where], { stdio: ['ignore', 'pipe', 'ignore'], timeout: LOAD_MS }));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(program, ['serve', '--listen', `127.0.0.1:${port}`, ...where, ...options], { stdio: 'ignore' });
  const ended = new Promise((told) => { server.once('exit', told); });
  // However this program ends, nothing of it stays behind.
  const leave = () => {
    server.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  process.once('exit', leave);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  const late = Date.now() + START_MS;
  while (!(await fetch(`${address}/health`, { signal: AbortSignal.timeout(START_MS) }).then((answer) => answer.ok, () => false))) {
    if (Date.now() > late || server.exitCode !== null) throw new Error(`${program} does not serve ${address}`);
    await pause(50);
  }
  const stop = async () => {
    server.kill('SIGINT');
    const isLate = await Promise.race([ended.then(() => false), pause(STOP_MS, true, { ref: false })]);
    if (isLate) throw new Error(`${program} does not end within ${STOP_MS / 1000} s`);
    await base.stop();
    process.removeListener('exit', leave);
    rmSync(data, { recursive: true, force: true });
  };
  return { address, accounts, stop };
}

/** The browser; its flags keep it from calling anybody but the portal. */
export function startBrowser() {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return chromium.launch({
    executablePath: places.find((place) => place && existsSync(place)),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--hide-scrollbars',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
}

/** Closes the browser. One that does not end is killed with this program: that is no fault of the pages. */
export async function endBrowser(browser) {
  if (browser) await Promise.race([browser.close(), pause(CLOSE_MS, undefined, { ref: false })]);
}
