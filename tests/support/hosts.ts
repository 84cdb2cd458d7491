import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { patience } from './patience.ts';

export const servers = ['nginx', 'nginx without Brotli', 'Caddy'] as const;
export type ServerName = (typeof servers)[number];

export interface Host {
  /** With a slash at the end. */
  address: string;
  stop: () => Promise<void>;
}

const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/**
 * Starts a server of Debian's with a built site and the rules that lie in it, as they say of themselves how to.
 * Throws with what the server says when it does not come up.
 */
export async function startHost(server: ServerName, dist: string): Promise<Host> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-host-'));
  const port = await freePort();
  const file = path.join(folder, 'server.conf');
  writeFileSync(
    file,
    server === 'Caddy' ? caddy(dist, port) : nginx({ dist, port, folder, brotli: server === 'nginx' }),
  );
  const child =
    server === 'Caddy'
      ? spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
          env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
        })
      : spawn('nginx', ['-c', file, '-p', folder, '-e', path.join(folder, 'error.log')]);
  let told = '';
  child.stdout.on('data', (data) => (told += String(data)));
  child.stderr.on('data', (data) => (told += String(data)));
  child.on('error', (error) => (told += error.message));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()).on('error', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const address = `http://localhost:${port}/`;
  for (let waited = 0; waited < patience && child.exitCode === null; waited += 100) {
    if (await answers(address)) return { address, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`${server} does not serve:\n${told}`);
}

function nginx({
  dist,
  port,
  folder,
  brotli,
}: {
  dist: string;
  port: number;
  folder: string;
  brotli: boolean;
}): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
    ${brotli ? `load_module ${brotliModule};` : ''}
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off;
    worker_processes 1;
    pid ${folder}/nginx.pid;
    events {}
    http {
      access_log off;
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
      include ${dist}/.hosts/nginx-http.conf;
      server {
        listen 127.0.0.1:${port};
        root ${dist};
        ${brotli ? 'brotli_static on;' : ''}
        include ${dist}/.hosts/nginx.conf;
      }
    }`;
}

function caddy(dist: string, port: number): string {
  return `{
    admin off
    auto_https off
  }
  :${port} {
    bind 127.0.0.1
    root * ${dist}
    import ${dist}/.hosts/Caddyfile
  }`;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => resolve(bound && typeof bound === 'object' ? bound.port : 0));
    });
  });
}

async function answers(address: string): Promise<boolean> {
  try {
    await ask(address, '/');
    return true;
  } catch {
    return false;
  }
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it was sent, and decoded. */
  sent: Buffer;
  body: Buffer;
}

/** Asks for a path as it stands: nothing of it is made plain, no redirect is followed, nothing decoded on the way. */
export function ask(
  address: string,
  at: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: at, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const sent = Buffer.concat(chunks);
        const encoding = response.headers['content-encoding'];
        const body =
          sent.length === 0
            ? sent
            : encoding === 'br'
              ? brotliDecompressSync(sent)
              : encoding === 'gzip'
                ? gunzipSync(sent)
                : sent;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, sent, body });
      });
    })
      .on('error', reject)
      .end();
  });
}
