import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { parse } from 'yaml';
import { engine, engineFile, isAtHome } from '../filing/engine.ts';
import { languageStyles } from '../styles/languages.ts';
import { handed, handOverTo, handedEntries, imageService, plainImports } from '../astro/internals.ts';
import { belowPath, hrefOf, layAt } from '../newsroom/permalink.ts';
import { assertAdditions } from './additions.ts';
import { iconsOf } from './icons.ts';
import { press } from './press.ts';
import { openEditorDesk } from './editor-desk.ts';
import { openWritingDesk } from './writing-desk.ts';
import { faultsInReplacements, fileOf, ownComponents, ownStyles, type Components } from './replacements.ts';

/** What a paper puts in the place of the engine's parts. Files are named from the paper's folder. */
export interface Own {
  components?: Components;
  /** Style sheets, in this order: tokens of a look, rules of its own. */
  customCss?: readonly string[];
}

/**
 * A paper, for `integrations` of its `astro.config.mjs`: brings the settings of Astro that it is built with, the press that builds
 * it, and all of its pages. Where a setting is named in `astro.config.mjs` as well, this one holds.
 */
export function broadsheet({ components = {}, customCss = [] }: Own = {}): AstroIntegration[] {
  const replaced: string[] = [];
  return [settings({ components, customCss, replaced }), press({ replaced })];
}

/** What writes pages, feeds, sitemaps and Markdown, and what that stands on: by themselves they are read in several hundred modules. */
const writers = [
  /^(?:feedsmith|fast-xml-(?:parser|builder)|path-expression-matcher|@nodable\/entities|is-unsafe|xml-naming|sitemap|sax|dayjs|devalue|zod)$/,
  /^(?:bail|ccount|character-entities(?:-.+)?|(?:comma|space)-separated-tokens|collapse-white-space|decode-named-character-reference|devlop|escape-string-regexp|extend|html-void-elements|is-plain-obj|longest-streak|markdown-table|trim-trailing-lines|trough|@ungap\/structured-clone|uqr|web-namespaces|zwitch)$/,
  /^(?:rehype|remark|unified|vfile|micromark|mdast|hast|hastscript|unist|yaml|entities|parse5|property-information|stringify-entities)(?:$|[-/])/,
];

function settings({ components, customCss, replaced }: Required<Own> & { replaced: string[] }): AstroIntegration {
  return {
    name: 'broadsheet',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig, injectRoute, injectScript, logger }) => {
        const root = fileURLToPath(config.root);
        const url = addressOfPaper(root);
        if (url) layAt(url.href);
        const faults = faultsInReplacements(root, { components, customCss });
        // Whoever builds tells it; Astro would tell of a fault of the program as well.
        if (faults.length > 0) logger.options = { ...logger.options, level: 'silent' };
        assertAdditions('astro.config.mjs', faults);
        const own = Object.entries(components).map(([name, file]) => [name, fileOf(root, file)] as const);
        const sheets = customCss.map((file) => fileOf(root, file));
        replaced.splice(0, Infinity, ...own.map(([, file]) => file), ...sheets);
        updateConfig({
          ...(url && { site: url.origin, base: command === 'dev' ? '/' : decodeURI(hrefOf('/')) }),
          // The press builds here and moves the whole to dist/ when it is complete.
          outDir: new URL('./.astro/next/', config.root),
          cacheDir: new URL('./.astro/', config.root),
          trailingSlash: 'always',
          // The default drops the space of a line break between two inline elements.
          compressHTML: true,
          devToolbar: { enabled: false },
          // Bodies do not go through Astro's own Markdown; its highlighter would need inline styles.
          markdown: { syntaxHighlight: false },
          // Where the paper is written, Astro asks for the slash at its end, and leaves it out by itself.
          image: {
            endpoint: { route: '/_image/' },
            service: { entrypoint: imageService, config: { avif: { effort: 2 } } },
          },
          build: { inlineStylesheets: 'always' },
          // One script for all pages is fetched once; in each page it would be read again with each.
          vite: {
            plugins: [plainImports, handedEntries, ownComponents(Object.fromEntries(own)), ownStyles(sheets)],
            // As addresses are written: Astro says it in letters.
            ...(command === 'build' && { define: { 'import.meta.env.BASE_URL': JSON.stringify(hrefOf('/')) } }),
            css: { postcss: { plugins: [languageStyles()] } },
            build: { assetsInlineLimit: 0, modulePreload: false },
            // Pages of the package are templates, as those of a paper are.
            ssr: { noExternal: ['broadsheet'] },
            environments: { prerender: { resolve: { noExternal: writers } } },
          },
          security: { csp: policy(url?.origin ?? '') },
        });
        if (command === 'dev') handed().entries ??= new Map();
        if (command === 'dev') injectScript('page', `import ${JSON.stringify(engineFile('scripts/writing-desk.ts'))};`);
        if (!isAtHome(root)) for (const route of routes()) injectRoute(route);
      },
      'astro:server:setup': async ({ server }) => {
        const { root } = server.config;
        await handOverTo(server);
        const icons = await iconsOf(root);
        if (icons) server.middlewares.use(sirv(icons, { dev: true }));
        openEditorDesk(root, server);
        openWritingDesk(root, server);
      },
    },
  };
}

/** Where the paper is read; `undefined` while that is none, which is told with all other mistakes. */
function addressOfPaper(root: string): URL | undefined {
  try {
    const { url } = parse(readFileSync(path.join(root, 'content/publication.yaml'), 'utf8')) as { url: string };
    return new URL(url);
  } catch {
    return undefined;
  }
}

function policy(origin: string) {
  const text = (file: string) => readFileSync(path.join(engine, 'scripts', file), 'utf8');
  return {
    algorithm: 'SHA-256' as const,
    directives: [
      "default-src 'none'" as const,
      // What a reader saves as one file has pictures and faces in data: or, in MHTML, under the address they came from.
      `img-src 'self' data: ${origin}` as const,
      "media-src 'self'" as const,
      "font-src 'self' data:" as const,
      "connect-src 'self'" as const,
      "worker-src 'self'" as const,
      "base-uri 'none'" as const,
      "form-action 'self'" as const,
      "manifest-src 'self'" as const,
    ],
    // What stands in every page, from the files that the layout reads.
    scriptDirective: {
      hashes: [text('first-paint.js'), belowPath(text('speculation-rules.json'))].map(hashOf),
    },
  };
}

function hashOf(text: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The engine's pages, which in its repository lie where Astro looks for them: a file each, whose place is its address. */
function routes(): { pattern: string; entrypoint: string }[] {
  const pages = path.join(engine, 'pages');
  return readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^_].*(?<!\/_[^/]*)(?<!\.d)\.(astro|ts|js)$/.test(file.split(path.sep).join('/')))
    .map((file) => ({
      pattern: `/${file
        .split(path.sep)
        .join('/')
        .replace(/\.\w+$/, '')
        .replace(/(^|\/)index$/, '')}`,
      entrypoint: path.join(pages, file),
    }));
}
