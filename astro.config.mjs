import { defineConfig } from 'astro/config';
import { broadsheet } from './src/press/broadsheet.ts';

export default defineConfig({ integrations: [broadsheet()] });
