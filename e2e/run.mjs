// All walks on both engines: `node run.mjs`, or on one with `node run.mjs sqlite` or `node run.mjs postgres`.
// PostgreSQL is walked on where it is installed; in CI (the variable CI says true) it must be.

import { spawnSync } from 'node:child_process';
import { postgresPrograms } from './postgres.mjs';

const JOBS = ['readers.test.mjs', 'office.test.mjs', 'area.test.mjs', 'diagnosis.test.mjs'];
// What a page looks like does not depend on the engine: on the second one page of each shape in one language is enough.
const PLAN = {
  sqlite: { files: ['pages.test.mjs', ...JOBS], environment: {} },
  postgres: { files: ['pages.test.mjs', ...JOBS], environment: { MIEDZA_TEST_FEW_PAGES: 'yes' } },
};

/** A walk that hangs fails, long before whoever waits for it gives up. */
const WALK_MS = 25 * 60_000;

function walk(engine) {
  const { files, environment } = PLAN[engine];
  console.log(`\nwalks on ${engine}`);
  const options = ['--test', '--test-concurrency=2', '--test-force-exit', '--test-reporter=spec', ...files];
  const { status, error } = spawnSync(process.execPath, options, {
    timeout: WALK_MS, cwd: import.meta.dirname, stdio: 'inherit', env: { ...process.env, ...environment, MIEDZA_TEST_ENGINE: engine },
  });
  if (error) console.error(`the walk did not end within ${WALK_MS / 60_000} min: ${error.message}`);
  return status === 0;
}

let engines = process.argv.slice(2);
if (engines.some((engine) => !(engine in PLAN))) {
  console.error(`engines are: ${Object.keys(PLAN).join(', ')}`);
  process.exit(2);
}
if (engines.length === 0) engines = Object.keys(PLAN);
if (engines.includes('postgres') && !postgresPrograms() && process.env.CI !== 'true') {
  console.log('skipped: walks on PostgreSQL, which is not installed: apt-get install postgresql');
  engines = engines.filter((engine) => engine !== 'postgres');
}
const failed = engines.filter((engine) => !walk(engine));
if (failed.length > 0) {
  console.error(`\nwalks failed on ${failed.join(' and ')}`);
  process.exit(1);
}
