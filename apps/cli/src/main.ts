import { CommanderError, program } from 'commander';
import { demo } from './commands/demo.js';
import { dossier } from './commands/dossier.js';
import { exportCommand } from './commands/export.js';
import { importCommand } from './commands/import.js';
import { monitorBezetting, monitorPlaatsingen } from './commands/monitor.js';
import { rebuild } from './commands/rebuild.js';
import { start } from './commands/start.js';
import { token } from './commands/token.js';
import { verifyCommand } from './commands/verify.js';
import { sayError } from './output.js';

const common = (name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .option('--data <map>', 'gegevensmap (standaard ./data)')
    .option('--json', 'één JSON-document op stdout');

program.name('regielijn').description('Casusregie en plaatsing in de gesloten jeugdhulp').exitOverride();

common('start', 'start Regielijn; laadt in een lege map het voorbeeldjaar')
  .option('--port <nummer>', 'poort (standaard 3000)')
  .option('--geen-demo', 'laad geen voorbeeldjaar')
  .action((options: Parameters<typeof start>[0] & { geenDemo?: boolean }) =>
    start({ ...options, demo: !options.geenDemo }),
  );
common('demo', 'laad het voorbeeldjaar in een lege map')
  .option('--cijfers <bestand>', 'tabellen van een andere regio of een ander jaar')
  .option('--seed <getal>', 'andere verzonnen dossiers met dezelfde cijfers')
  .action(demo);
common('token', 'geef een token van een voorbeeldaccount')
  .requiredOption('--als <rol>', 'zoals jeugdbeschermer')
  .action(token);
common('dossier <id>', 'toon een dossier, nu of op een dag')
  .option('--op <datum>', 'zoals het was aan het einde van die dag')
  .option('--bekend-op <datum>', 'zoals het bekend was aan het einde van die dag')
  .action(dossier);
common('rebuild', 'bouw alle leesmodellen opnieuw uit het logboek').action(rebuild);
common('export', 'schrijf het logboek naar stdout')
  .option('--met-sleutels <bestand>', 'schrijf ook de sleutels, naar een eigen bestand')
  .action(exportCommand);
common('import', 'lees een export van stdin in een leeg logboek')
  .option('--met-sleutels <bestand>', 'lees de sleutels bij die export')
  .action(importCommand);
common('verify', 'controleer het hele logboek en alles wat eruit volgt').action(verifyCommand);

const monitor = program.command('monitor').description('cijfers over een jaar');
monitor
  .command('plaatsingen')
  .option('--data <map>')
  .option('--json')
  .requiredOption('--jaar <jaar>')
  .option('--definitie <naam>', 'jbwest (zonder overplaatsingen) of jzn (met)', 'jbwest')
  .action(monitorPlaatsingen);
monitor
  .command('bezetting')
  .option('--data <map>')
  .option('--json')
  .requiredOption('--jaar <jaar>')
  .action(monitorBezetting);

/** 0: all is well. 1: refused, wrong or not in order. 2: the command line itself is wrong. */
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    sayError(error);
    process.exitCode = 1;
  }
}
