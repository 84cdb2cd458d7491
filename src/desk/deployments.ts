import type { Paper } from './first-edition.ts';

/** Where a paper may be put out, with what an editor is told of each. */
export const deployments = {
  'github-pages': 'GitHub Pages',
  'github-volumes': 'GitHub, each year built on a machine of its own, into an object store behind a CDN, by rclone',
  netlify: 'Netlify',
  cloudflare: 'Cloudflare Pages',
  gitlab: 'GitLab Pages',
  server: 'a server of your own, by rsync or rclone, with nginx or Caddy',
  docker: 'a container',
  none: 'none of these, or not yet',
} as const;
export type Deployment = keyof typeof deployments;

/** What a place needs of a paper: files by their names from its folder, and what is left to be done, in a line of the README. */
export function deploymentOf(
  where: Deployment,
  { url, slug, hasEngineFile }: Pick<Paper, 'url'> & { slug: string; hasEngineFile: boolean },
): { files: Record<string, string>; todo: string | undefined } {
  const { host, pathname } = new URL(url);
  const below = decodeURI(pathname).replace(/\/$/, '');
  const site = below ? `site${below}` : 'dist';
  const build = below ? 'npx broadsheet build && node deploy/site.mjs' : 'npx broadsheet build';
  // Such hosts serve a folder at the root of theirs, and read their rules there.
  const folder: Record<string, string> = below ? { 'deploy/site.mjs': siteBelow(site) } : {};
  const publish = below ? 'site' : 'dist';
  switch (where) {
    case 'github-pages':
      return {
        files: { '.github/workflows/publish.yml': githubPages },
        todo: 'In the repository on GitHub choose Settings, Pages, Source: GitHub Actions. Each push publishes, and twice an hour what was held back until then.',
      };
    case 'github-volumes':
      return {
        files: { '.github/workflows/publish.yml': githubVolumes(below), 'deploy/put.mjs': put },
        todo: 'In the repository on GitHub set the variables S3_ENDPOINT, S3_PROVIDER (as rclone knows it) and S3_BUCKET, and the secrets S3_KEY and S3_SECRET. Each push publishes; where templates or the engine have changed, all years are built side by side first.',
      };
    case 'netlify':
      return {
        files: {
          'netlify.toml': `[build]\n  command = "${build}"\n  publish = "${publish}"\n\n[build.environment]\n  NODE_VERSION = "24"\n`,
          ...folder,
        },
        todo: 'On Netlify import the repository; the rest stands in netlify.toml. A build hook that a timer calls brings out what is held back.',
      };
    case 'cloudflare':
      return {
        files: {
          'wrangler.toml': `name = "${slug}"\ncompatibility_date = "2026-11-01"\npages_build_output_dir = "${publish}"\n`,
          ...folder,
        },
        todo: `On Cloudflare Pages connect the repository, with the build command: ${build}. A deploy hook that a timer calls brings out what is held back.`,
      };
    case 'gitlab':
      return {
        files: { '.gitlab-ci.yml': gitlab },
        todo: 'Each push publishes; a pipeline schedule, every half an hour, brings out what is held back.',
      };
    case 'server':
      return {
        files: {
          'deploy/put.mjs': put,
          'deploy/nginx.conf': nginx(host, below),
          'deploy/Caddyfile': caddy(host, below),
        },
        todo: `\`npm run build\`, then \`node deploy/put.mjs user@${host}:${servedAt(below)}\` puts out what has changed. nginx.conf or Caddyfile in deploy/ serve it there.`,
      };
    case 'docker':
      return {
        files: {
          Dockerfile: dockerfile(below, hasEngineFile),
          '.dockerignore': '.git\n.astro\ndist\nnode_modules\n',
          'deploy/Caddyfile': caddy(':80', below),
        },
        todo: `\`docker build --tag ${slug} .\` builds the paper, and \`docker run --publish 8080:80 ${slug}\` serves it.`,
      };
    case 'none':
      return { files: {}, todo: undefined };
  }
}

/** Where a server of one's own has the site, as the rules in `dist/.hosts/` take it. */
function servedAt(below: string): string {
  return below ? `/srv/www${below}` : '/srv/paper/dist';
}

const githubPages = `name: Publish

on:
  push:
    branches: [main]
  workflow_dispatch:
  # What is held back comes out by itself. GitHub counts in UTC, and may be some minutes late.
  schedule:
    - cron: '7,37 * * * *'

permissions:
  contents: read
  pages: write
  id-token: write

concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v6
        with:
          node-version: 24
          cache: npm
      # With both, only what has changed is made again.
      - uses: actions/cache@v6
        with:
          path: |
            .astro
            dist
          key: paper-\${{ github.run_id }}
          restore-keys: paper-
      - run: npm install --no-audit --no-fund
      - run: npx broadsheet build
      - uses: actions/upload-pages-artifact@v5
        with:
          path: dist
          include-hidden-files: true
      - id: deployment
        uses: actions/deploy-pages@v5
`;

/** What makes pages others than before though no article has changed. */
const templates = `\${{ hashFiles('package*.json', 'astro.config.*', 'engine/**', 'src/**', 'public/**', 'content/publication.yaml') }}`;

function githubVolumes(below: string): string {
  return `name: Publish

on:
  push:
    branches: [main]
  workflow_dispatch:
  # What is held back comes out by itself. GitHub counts in UTC, and may be some minutes late.
  schedule:
    - cron: '7,37 * * * *'

permissions:
  contents: read

concurrency:
  group: publish
  cancel-in-progress: false

jobs:
  years:
    runs-on: ubuntu-latest
    outputs:
      years: \${{ steps.years.outputs.years }}
      kept: \${{ steps.kept.outputs.cache-matched-key }}
    steps:
      - uses: actions/checkout@v7
      # With what the last publication left, an edit costs what it changes, and no volumes are asked for.
      - id: kept
        uses: actions/cache/restore@v6
        with:
          path: |
            .astro
            dist
          key: paper-${templates}-\${{ github.run_id }}
          restore-keys: paper-${templates}-
          lookup-only: true
      - id: years
        run: echo "years=$(ls content/articles | jq -Rnc '[inputs | select(test("^[0-9]{4}$"))]')" >> "$GITHUB_OUTPUT"

  volume:
    needs: years
    if: needs.years.outputs.kept == ''
    runs-on: ubuntu-latest
    strategy:
      matrix:
        year: \${{ fromJSON(needs.years.outputs.years) }}
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v6
        with:
          node-version: 24
          cache: npm
      # The last of this year: what is to be the same in it is not made again.
      - uses: actions/cache/restore@v6
        with:
          path: .astro/volumes
          key: volume-\${{ matrix.year }}-\${{ github.run_id }}
          restore-keys: volume-\${{ matrix.year }}-
      - run: npm install --no-audit --no-fund
      - run: npx broadsheet build --volume \${{ matrix.year }}
      - id: volume
        run: |
          echo "digest=$(head -n 1 .astro/volumes/\${{ matrix.year }}/contents.jsonl | jq -r '.[1]')" >> "$GITHUB_OUTPUT"
          tar --zstd -cf \${{ matrix.year }}.tar.zst -C .astro/volumes \${{ matrix.year }}
      - uses: actions/cache/save@v6
        with:
          path: .astro/volumes
          key: volume-\${{ matrix.year }}-\${{ steps.volume.outputs.digest }}
      - uses: actions/upload-artifact@v7
        with:
          name: volume-\${{ matrix.year }}
          path: \${{ matrix.year }}.tar.zst
          compression-level: 0
          retention-days: 1

  publish:
    needs: [years, volume]
    # Volumes may have been left out.
    if: \${{ !failure() && !cancelled() }}
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v6
        with:
          node-version: 24
          cache: npm
      - uses: actions/cache/restore@v6
        with:
          path: |
            .astro
            dist
          key: paper-${templates}-\${{ github.run_id }}
          restore-keys: paper-${templates}-
      - if: needs.volume.result == 'success'
        uses: actions/download-artifact@v8
        with:
          pattern: volume-*
          path: volumes
          merge-multiple: true
      - if: needs.volume.result == 'success'
        run: |
          mkdir -p .astro/volumes
          for each in volumes/*.tar.zst; do tar -xf "$each" -C .astro/volumes; done
          rm -r volumes
      - run: npm install --no-audit --no-fund
      - run: npx broadsheet build
      - run: sudo apt-get update && sudo apt-get install --yes rclone
      - run: node deploy/put.mjs --rclone "site:\${{ vars.S3_BUCKET }}${below}"
        env:
          RCLONE_CONFIG_SITE_TYPE: s3
          RCLONE_CONFIG_SITE_PROVIDER: \${{ vars.S3_PROVIDER }}
          RCLONE_CONFIG_SITE_ENDPOINT: \${{ vars.S3_ENDPOINT }}
          RCLONE_CONFIG_SITE_ACCESS_KEY_ID: \${{ secrets.S3_KEY }}
          RCLONE_CONFIG_SITE_SECRET_ACCESS_KEY: \${{ secrets.S3_SECRET }}
      # The next build goes on from dist/, and needs no volumes.
      - run: rm -rf .astro/volumes
      - uses: actions/cache/save@v6
        with:
          path: |
            .astro
            dist
          key: paper-${templates}-\${{ github.run_id }}
`;
}

const gitlab = `image: node:24

pages:
  stage: deploy
  script:
    - npm install --no-audit --no-fund
    - npx broadsheet build
  publish: dist
  artifacts:
    paths: [dist]
  # With both, only what has changed is made again.
  cache:
    key: paper
    paths: [.astro, dist]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;

function siteBelow(site: string): string {
  return `// Lays the built paper below its path: hosts serve a folder at the root of theirs, and read their rules there.
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';

rmSync('site', { recursive: true, force: true });
cpSync('dist', ${JSON.stringify(site)}, { recursive: true });
for (const rules of ['_redirects', '_headers'])
  if (existsSync(\`${site}/\${rules}\`)) renameSync(\`${site}/\${rules}\`, \`site/\${rules}\`);
`;
}

const put = `// Puts out what has changed of dist/: pages last, so that none names a file that is not there yet, then takes away what is gone.
//   node deploy/put.mjs user@host:/srv/paper/dist      by rsync
//   node deploy/put.mjs --rclone remote:bucket         by rclone
import { spawnSync } from 'node:child_process';

const [first, second] = process.argv.slice(2);
const target = first === '--rclone' ? second : first;
if (!target) {
  console.error('Say where to: node deploy/put.mjs user@host:/srv/paper/dist');
  process.exit(1);
}
const pages = ['--exclude=*.html', '--exclude=*.html.*'];
const steps =
  first === '--rclone'
    ? [
        // By their bytes: files have other times on each machine, and stores tell of a listed file no time, but a digest.
        ['rclone', ['copy', 'dist', target, '--checksum', ...pages]],
        ['rclone', ['sync', 'dist', target, '--checksum', '--delete-after']],
      ]
    : [
        ['rsync', ['--recursive', '--links', '--times', '--compress', ...pages, 'dist/', \`\${target}/\`]],
        ['rsync', ['--recursive', '--links', '--times', '--compress', '--delete-after', 'dist/', \`\${target}/\`]],
      ];
for (const [program, words] of steps) {
  const { status, error } = spawnSync(program, words, { stdio: 'inherit' });
  if (error) console.error(\`\${program} cannot be run (\${error.code}). Install it first.\`);
  if (status !== 0) process.exit(1);
}
`;

function nginx(host: string, below: string): string {
  const site = servedAt(below);
  return `# Into /etc/nginx/conf.d/. Reload nginx after a build, so that it learns of moved addresses.
include ${site}/.hosts/nginx-http.conf;

server {
  listen 80;
  server_name ${host};
  root ${below ? '/srv/www' : site};
  include ${site}/.hosts/nginx.conf;
}
`;
}

function caddy(host: string, below: string): string {
  const site = servedAt(below);
  return `# Reload Caddy after a build, so that it learns of moved addresses.
${host} {
	root * ${below ? '/srv/www' : site}
	import ${site}/.hosts/Caddyfile
}
`;
}

function dockerfile(below: string, hasEngineFile: boolean): string {
  return `FROM node:24-slim AS build
WORKDIR /paper
COPY package.json package-lock.json* ./
${hasEngineFile ? 'COPY engine ./engine\n' : ''}RUN npm install --no-audit --no-fund
COPY . .
RUN npx broadsheet build

FROM caddy:2
COPY deploy/Caddyfile /etc/caddy/Caddyfile
COPY --from=build ["/paper/dist", "${servedAt(below)}"]
`;
}
