import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const SETTINGS = ['tsconfig.json', 'package-lock.json', 'package.json'];

/** A project with the real build and settings, and a command line of two files: the second is loaded when asked for. */
let project: string;

const write = (file: string, content: string): void => writeFileSync(join(project, 'apps/cli/src', file), content);

/** Both files say which version they are of. */
const writeVersion = (version: number): void => {
  write('later.ts', `export const version: number = ${version};\n`);
  write(
    'main.ts',
    `process.stdout.write('begin ${version}\\n');
     process.stdin.once('data', () => void import('./later.js').then(({ version }) => process.stdout.write(\`later \${version}\\n\`)));\n`,
  );
};

const start = (): ChildProcess => spawn(process.execPath, [join(project, 'tools/regielijn.mjs')]);

/** The same, once it has said that it runs. */
const running = async (): Promise<ChildProcess> => {
  const command = start();
  const errors = text(command.stderr!);
  const ended = once(command, 'exit').then(async () => Promise.reject(new Error(await errors)));
  ended.catch(() => undefined);
  await Promise.race([once(command.stdout!, 'readable'), ended]);
  return command;
};

/** Lets a started one load its second file and end; answers all that it said. */
const finish = async (command: ChildProcess): Promise<{ said: string; errors: string }> => {
  command.stdin!.end('later\n');
  const [said, errors] = await Promise.all([text(command.stdout!), text(command.stderr!)]);
  return { said, errors };
};

beforeAll(() => {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  project = mkdtempSync(join(root, '.tmp', 'build-'));
  for (const folder of ['apps/cli/src', 'libs', 'node_modules']) mkdirSync(join(project, folder), { recursive: true });
  for (const file of ['tools/build.mjs', 'tools/regielijn.mjs', ...SETTINGS])
    cpSync(join(root, file), join(project, file));
  for (const name of ['esbuild', '@esbuild'])
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the command line of the sources as they are now', () => {
  it('given a running command, when a source changes and two others start, then one build serves both and the first keeps its own', async () => {
    writeVersion(1);
    const first = await running();
    writeVersion(2);
    const others = await Promise.all([finish(start()), finish(start())]);
    for (const { said } of others) expect(said).toBe('begin 2\nlater 2\n');
    expect(others.map(({ errors }) => errors).join('')).toBe('Regielijn wordt gebouwd...\n');
    expect((await finish(first)).said).toBe('begin 1\nlater 1\n');
  });

  it('given sources that are not right, then it says so, and a running command is not hindered', async () => {
    const before = await running();
    write('later.ts', 'export const version: number = ;\n');
    const { said, errors } = await finish(start());
    expect(said).toBe('');
    expect(errors).toMatch(/later\.ts:1[^]*de bouw is mislukt\n$/);
    expect((await finish(before)).said).toBe('begin 2\nlater 2\n');
  });

  it('given one build after another, then only the last two stay', async () => {
    for (const version of [3, 4]) {
      writeVersion(version);
      expect((await finish(start())).said).toBe(`begin ${version}\nlater ${version}\n`);
    }
    expect(readdirSync(join(project, 'dist'))).toHaveLength(2);
  });
});
