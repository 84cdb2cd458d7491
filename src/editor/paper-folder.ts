/**
 * The folder of the paper, as the browser's own folders are used by the editor (File System API, as far as it is needed): read and
 * written by the server that shows the paper while it is written, so that no browser has to be allowed a folder, and each can be used.
 */
export async function paperFolder(told: (failure: string) => void): Promise<object> {
  const listed = (await (await fetch('files/')).json()) as string[];
  const files = new Set(listed);
  const below = (folder: string) => {
    const names = [...files].flatMap((file) => (file.startsWith(folder) ? [file.slice(folder.length)] : []));
    return new Map(names.map((name) => [name.replace(/\/.*/, ''), name.includes('/')] as const));
  };
  const absent = (name: string) => new DOMException(`There is no ${name}.`, 'NotFoundError');
  const address = (file: string) => `files/${file.split('/').map(encodeURIComponent).join('/')}`;
  const asked = async (file: string, errand: RequestInit): Promise<Response> => {
    const answer = await fetch(address(file), errand).catch(() => undefined);
    if (answer?.ok) return answer;
    const failure = `${file}: ${answer ? await answer.text() : 'The desk does not answer. Is it still running?'}`;
    if (errand.method) told(failure);
    throw new Error(failure);
  };

  const fileAt = (file: string) => ({
    kind: 'file',
    name: file.replace(/.*\//, ''),
    getFile: async () => {
      const blob = files.has(file) ? await (await asked(file, {})).blob() : new Blob();
      return new File([blob], file.replace(/.*\//, ''), { type: blob.type });
    },
    createWritable: () => {
      const parts: BlobPart[] = [];
      return {
        write: (part: BlobPart) => void parts.push(part),
        close: async () => {
          await asked(file, { method: 'PUT', body: new Blob(parts) });
          files.add(file);
        },
      };
    },
  });

  const folderAt = (folder: string): object => ({
    kind: 'directory',
    name: folder.replace(/\/$/, '').replace(/.*\//, ''),
    // eslint-disable-next-line @typescript-eslint/require-await -- it is read one after the other
    entries: async function* () {
      for (const [name, isFolder] of below(folder))
        yield [name, isFolder ? folderAt(`${folder}${name}/`) : fileAt(`${folder}${name}`)];
    },
    getDirectoryHandle: (name: string, { create = false } = {}) => {
      if (!create && below(folder).get(name) !== true) throw absent(name);
      return folderAt(`${folder}${name}/`);
    },
    getFileHandle: (name: string, { create = false } = {}) => {
      if (!create && !files.has(`${folder}${name}`)) throw absent(name);
      return fileAt(`${folder}${name}`);
    },
    removeEntry: async (name: string) => {
      // A folder goes with the last file in it.
      if (!files.delete(`${folder}${name}`)) return;
      await asked(`${folder}${name}`, { method: 'DELETE' });
    },
  });
  return folderAt('');
}
