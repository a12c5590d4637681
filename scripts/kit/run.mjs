import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inHouse, toolEnvironment } from './house.mjs';

/** How much of a failed tool's output is kept to be shown. */
const KEPT = 200_000;

/**
 * Runs one tool to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ folder?: string, environment?: NodeJS.ProcessEnv, show?: boolean, limit?: number }} [options]
 *   `show` passes its output straight through, otherwise it is collected; after `limit` minutes it is ended.
 * @returns {Promise<{ code: number, stdout: string, output: string, seconds: number }>} never rejects
 */
export function run(command, args, { folder = '.', environment = process.env, show = false, limit } = {}) {
  const since = Date.now();
  return new Promise((resolve) => {
    let stdout = '';
    let output = '';
    const child = spawn(command, args, {
      cwd: inHouse(folder),
      env: toolEnvironment(folder, environment),
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output = (output + text).slice(-KEPT);
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-KEPT);
    });
    const tooLong = limit && setTimeout(() => child.kill('SIGKILL'), limit * 60_000);
    const end = (code, more = '') => {
      clearTimeout(tooLong);
      resolve({ code, stdout, output: output + more, seconds: (Date.now() - since) / 1000 });
    };
    child.on('error', (error) => end(127, `${command}: ${error.message}\n`));
    child.on('close', (code, signal) => end(code ?? 1, signal ? `stopped by ${signal}\n` : ''));
  });
}

/** Runs a script of a package as its package.json spells it, without waiting for a package manager to start. */
export function runScript(folder, name, options = {}) {
  const script = JSON.parse(readFileSync(inHouse(folder, 'package.json'), 'utf8')).scripts?.[name];
  if (!script) return Promise.resolve({ code: 1, stdout: '', output: `${folder} has no script "${name}"\n`, seconds: 0 });
  return run('sh', ['-c', script], { ...options, folder });
}
