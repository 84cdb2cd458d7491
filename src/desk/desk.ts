#!/usr/bin/env -S node --max-semi-space-size=64
import { obeyed } from './verbs.ts';

process.exitCode = (await obeyed(process.argv.slice(2), process.cwd())) ? 0 : 1;
