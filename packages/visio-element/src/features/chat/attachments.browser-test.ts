import { expect } from '@open-wc/testing';
import { button, expectAccessible, nameOf, query, queryAll, settle, text, until } from '../../testing/check.js';
import { bubbles, chat, closeChat, field, frame, openChat, rows, simulation } from './testing.js';

describe('files in the chat', () => {
  afterEach(closeChat);

  const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==';
  const picture = () => new Blob([Uint8Array.from(atob(PIXEL), (letter) => letter.charCodeAt(0))]);
  const receive = (file: Blob, name: string, id = name) => {
    simulation.director.sendText('alice', 'lk.chat', name, { id: `m-${id}`, attachments: [id] });
    simulation.director.sendFile('alice', 'lk.chat', file, { id, name });
  };
  const give = (...files: readonly File[]) => {
    const data = new DataTransfer();
    for (const file of files) data.items.add(file);
    return data;
  };
  // Firefox passes over the `clipboardData` that a ClipboardEvent is made with, and gives it an empty one of its own.
  const paste = (clipboardData: DataTransfer) => {
    const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true, composed: true }), { clipboardData });
    field().dispatchEvent(event);
    return event;
  };

  it('shows pictures, and nothing else, and lets everything be saved under its name', async () => {
    await openChat();
    receive(picture(), '../holiday.png');
    receive(new Blob(['<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"/>'], { type: 'image/svg+xml' }), 'evil.svg');
    receive(new Blob(['<script>document.title=1</script>'], { type: 'text/html' }), 'page.html');
    await until(() => queryAll(chat, 'a[download]').length === 3);
    const images = queryAll<HTMLImageElement>(chat, 'img');
    expect(images.map(({ alt, src }) => [alt, src.startsWith('blob:')])).to.deep.equal([['holiday.png', true]]);
    await until(() => images[0]!.complete && images[0]!.naturalWidth === 1);
    const links = queryAll<HTMLAnchorElement>(chat, 'a[download]');
    expect(links.map((link) => link.download)).to.deep.equal(['holiday.png', 'evil.svg', 'page.html']);
    expect(links.map((link) => link.target)).to.deep.equal(['', '', '']);
    const types = await Promise.all(links.map(async ({ href }) => (await (await fetch(href)).blob()).type));
    expect(types).to.deep.equal(['image/png', 'application/octet-stream', 'application/octet-stream']);
    expect(links.map((link) => nameOf(link).replace(/ \d+ bytes$/, ''))).to.deep.equal(['Save holiday.png', 'Save evil.svg', 'Save page.html']);
    expect(bubbles()).to.deep.equal(['../holiday.png']);
    await expectAccessible(frame);
  });

  it('shows no broken picture: it can be saved', async () => {
    await openChat();
    receive(new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])]), 'half.png');
    await until(() => query(chat, 'a.paper'));
    expect(queryAll(chat, 'img')).to.have.length(0);
    expect(text(query(chat, '.size'))).to.equal('11 bytes');
  });

  it('sends what is chosen, dropped or pasted, with its progress, and can be stopped and sent again', async () => {
    await openChat();
    const sent: string[] = [];
    simulation.director.onFile((event) => event.state === 'received' && sent.push(event.name));
    const picker = query<HTMLInputElement>(chat, 'input[type=file]')!;
    let opened = 0;
    picker.click = () => void opened++;
    button(chat, 'Attach files').click();
    expect(opened).to.equal(1);
    picker.files = give(new File(['one'], 'one.txt')).files;
    picker.dispatchEvent(new Event('change'));
    const drag = new DragEvent('dragover', { dataTransfer: give(new File(['two'], 'two.txt')), bubbles: true, cancelable: true });
    chat.dispatchEvent(drag);
    expect(drag.defaultPrevented).to.equal(true);
    await until(() => text(query(chat, '.drop')).startsWith('Drop files here'));
    chat.dispatchEvent(new DragEvent('drop', { dataTransfer: give(new File(['two'], 'two.txt')), bubbles: true, cancelable: true }));
    await until(() => !query(chat, '.drop'));
    expect(paste(give(new File(['three'], 'three.txt'))).defaultPrevented).to.equal(true);
    await until(() => sent.length === 3);
    expect(sent).to.deep.equal(['one.txt', 'two.txt', 'three.txt']);

    picker.files = give(new File([new Uint8Array(9_000_000)], 'large.bin')).files;
    picker.dispatchEvent(new Event('change'));
    await until(() => (query<HTMLProgressElement>(chat, 'progress')?.value ?? 0) > 0);
    expect(query(chat, 'progress')!.getAttribute('aria-label')).to.equal('How much of large.bin has come through');
    await expectAccessible(frame);
    button(chat, 'Stop sending large.bin').click();
    await until(() => text(query(chat, '.note.bad')).startsWith('Stopped'));
    expect(sent).to.have.length(3);
    button(chat, 'Send again').click();
    await until(() => sent.length === 4);
    await until(() => !query(chat, 'progress') && !query(chat, '.note.bad'));
  });

  it('says why a file is not taken, and takes no text for one', async () => {
    await openChat();
    const picker = query<HTMLInputElement>(chat, 'input[type=file]')!;
    picker.files = give(new File([new Uint8Array(10_000_001)], 'huge.bin')).files;
    picker.dispatchEvent(new Event('change'));
    await until(() => text(query(chat, '.problem')) === 'A file may have 10 MB at most. Share a link to larger ones.');
    expect(rows()).to.have.length(0);
    const both = give(new File(['x'], 'image.png'));
    both.setData('text/plain', 'words');
    expect(paste(both).defaultPrevented).to.equal(false);
    await settle();
    expect(rows()).to.have.length(0);
  });
});
