// The portal under test: the real program with the demonstration on a free port, and the browser that walks through it.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const program = process.env.MIEDZA ?? resolve(import.meta.dirname, '../target/release/miedza');

/** A port that nobody listens on. */
function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** Starts the program; `accounts` are those of the demonstration with their passwords. */
export async function startPortal(database) {
  const data = mkdtempSync(join(tmpdir(), 'miedza-e2e-'));
  const where = ['--data', data, ...(database ? ['--database', database] : [])];
  const { accounts } = JSON.parse(execFileSync(program, ['demo', '--load-only', '--json', ...where]));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(program, ['serve', '--listen', `127.0.0.1:${port}`, ...where], { stdio: 'ignore' });
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`${address}/health`).then((answer) => answer.ok, () => false)) break;
    await new Promise((next) => setTimeout(next, 50));
  }
  const stop = () => {
    server.kill('SIGINT');
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

/** Signs in through the form, with the keyboard. */
export async function signIn(page, portal, email) {
  const account = portal.accounts.find((candidate) => candidate.email === email);
  await page.goto(`${portal.address}/en/sign-in`);
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type(account.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(account.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}
