import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { configFolder, createCatalogue, type Engine, EngineModule, readRules } from '@regielijn/engine';
import {
  CommandRunner,
  EventCodec,
  EventLog,
  type ExportedKey,
  MemoryEventStore,
  MemoryKeyStore,
} from '@regielijn/event-store';
import { parseRegios } from '@regielijn/kern';
import { ToetsBijOpname } from '@regielijn/normenkader';
import { Poort } from '@regielijn/poort';
import { laadOpdrachten, schrijfOpdrachten } from '../../apps/cli/src/demo/laden.js';
import { planDemo } from '../../apps/cli/src/demo/plan/plan.js';
import { parseTargets } from '../../apps/cli/src/demo/plan/targets.js';
import { exportLog } from '../../apps/cli/src/export/export-log.js';

