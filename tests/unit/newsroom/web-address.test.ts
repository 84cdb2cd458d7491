import { describe, expect, test } from 'vitest';
import { disguiseOf } from '../../../src/newsroom/web-address.ts';

describe('A web address names a user before its host', () => {
  test.each([
    'https://user:password@example.com/quay',
    'http://user@example.com',
    'https://:password@example.com',
    'https://@example.com/',
    'https://example.com@evil.example/quay',
    'https://example.com:443@evil.example',
    'https://example.com%2Fquay@evil.example',
    'https://example.com%5C@evil.example',
    'https://example.com%5c%40evil@evil.example/',
    'HTTPS://user@example.com',
    'https://example.com／quay@evil.example',
  ])('%s', (address) => expect(disguiseOf(address)?.found).toBe('names a user before its host'));
});

describe('A web address has another host than it seems to have', () => {
  test.each([
    ['https://example.com\\@evil.example', 'example.com'],
    ['https://example.com\\evil.example', 'example.com'],
    ['https:\\\\example.com/', 'example.com'],
    ['https:/example.com', 'example.com'],
    ['https:example.com', 'example.com'],
    ['https:///example.com', 'example.com'],
    ['https://exa\tmple.com', 'example.com'],
    ['https://example.com⁄evil.example', 'example.xn--comevil-3d7c.example'],
    ['https://example.com。evil.example', 'example.com.evil.example'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['https://ехаmple.com', 'xn--mple-43d3a6i.com'],
  ])('%s: %s', (address, host) =>
    expect(disguiseOf(address)?.found).toBe(`has another host than it seems to have: ${host}`),
  );
});

describe('An address hides nothing', () => {
  test.each([
    'https://example.com',
    'HTTPS://Example.COM:8443/quay',
    'https://example.com/@user',
    'https://example.com/user:password@example.com',
    'https://example.com/%40user',
    'https://example.com/a\\b',
    'https://example.com/?by=user:password@example.com#@',
    'https://bücher.example/',
    'https://b%C3%BCcher.example/',
    'https://пример.example/',
    'https://例え.テスト/',
    'https://xn--bcher-kva.example/',
    'http://127.0.0.1:4321/',
    'http://[::1]/',
    'mailto:user@example.com',
    'mailto:user:password@example.com',
    'tel:+6561234567',
    '/2019/03/01/quay/',
    '#@',
    'not an address',
  ])('%s', (address) => expect(disguiseOf(address)).toBeUndefined());
});
