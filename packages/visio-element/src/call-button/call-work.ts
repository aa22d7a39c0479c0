import { isVisioError, VisioError } from 'visio-core';
import { chooseLanguage, loadTranslator, type HostLanguages, type TextKey, type Texts, type TextValues, type Translator } from 'visio-core/i18n';
import type { CallButtonState, IncomingCall, VisioCallButton } from './call-button.js';
import { createCall, elapsed, isSame, type Call, type CallOptions } from './call.js';
import { VisioCallChangedEvent, VisioCallLinkEvent, VisioCallRingingEvent, VisioRingEvent, VisioRoomCreatedEvent, type CallProgress, type CallRoom, type RingResult } from './events.js';
import { themeStyles } from '../theme/theme.styles.js';
import { callWorkStyles } from './call-work.styles.js';
import { faceOf, type Face } from './face.js';
import type { IncomingRing } from './incoming/ring.js';
import { watchPeople } from './people.js';
import type { VisioCallPanel } from './panel/call-panel.js';
import { ring } from './tone.js';
import { beforeCall, errorOf } from './work-events.js';

/** What the button wears once this is there: all of the theme, and the looks of work. */
export const workStyles = [themeStyles, callWorkStyles];

/** What a page has for who cannot make a room from here. */
const SIGN_IN: readonly string[] = ['SIGN_IN_REQUIRED', 'COOKIES_BLOCKED'];

/** What a button does once it is clicked. */
export class CallWork {
  state: CallButtonState = 'idle';

  readonly #host: VisioCallButton;
  #words: Translator | null = null;
  /** What was asked of them. */
  #asked: { readonly language: string; readonly texts: Partial<Texts>; readonly languages: HostLanguages } | null = null;
  #signIn: typeof import('./sign-in.js') | null = null;
  /** The Visio's own button, as long as it is shown. */
  #frame: HTMLElement | null = null;
  /** Of what is under way. */
  #attempt: AbortController | null = null;
  /** Where the call is, or would be. */
  #room: CallRoom | null = null;
  #call: Call | null = null;
  #unlisten: (() => void) | null = null;
  /** Why it failed, in words, and whether Visio's own page is a way on. */
  #failure: { readonly say: (words: Translator) => string; readonly hasWay: boolean } = { say: () => '', hasWay: false };
  #copied = false;
  #people: number | null = null;
  #unwatchPeople: (() => void) | null = null;
  #endCalling: (() => void) | null = null;
  #incoming: IncomingRing | null = null;
  #ticker: ReturnType<typeof setInterval> | undefined;

  constructor(host: VisioCallButton) {
    this.#host = host;
    // Away with the button, a frame tells nobody anything; one that is only moved comes back.
    const leave = () => void (this.#frame && !host.isConnected && this.#cancel());
    host.addController({ hostDisconnected: () => queueMicrotask(leave) });
  }

  /** A click on the button. `tab` is one that was opened for it. */
  async press(tab: Window | null): Promise<void> {
    switch (this.state) {
      case 'idle':
      case 'failed':
        return this.#begin(tab);
      case 'sign-in':
        return this.#frame ? this.#frame.querySelector('iframe')!.focus() : this.#goToSignIn();
      case 'link':
        return this.#copy();
      case 'busy':
        panelOf()?.call?.close();
        return this.#begin(null, this.#room);
      case 'ringing':
      case 'open':
      case 'in-call':
        panelOf()?.show();
    }
  }

  /** Looks whether this button's call is open in the page's panel, and who is in it. */
  look(): void {
    const { target, backend } = this.#host;
    const call = panelOf()?.call ?? null;
    const mine = call && isSame(call.room, this.#room ?? target) ? call : null;
    if (mine && mine !== this.#call) void this.#loadWords().then(() => this.#follow(mine));
    this.#unwatchPeople?.();
    const people = backend?.rooms?.people?.bind(backend.rooms);
    this.#unwatchPeople = people && target.room !== '' ? watchPeople(this.#host, (signal) => people(target.room, signal), (count) => this.#showPeople(count)) : null;
  }

  async #begin(tab: Window | null, known: CallRoom | null = null): Promise<void> {
    const host = this.#host;
    if (!host.dispatchEvent(beforeCall(known ?? host.target))) return tab?.close();
    await this.#attempting('creating', tab, async (signal) => {
      const { url, room } = known ?? host.target;
      return url === '' && room === '' ? this.#create(signal) : { url, room };
    });
  }

  /** Gets a room and opens it, or says why not. */
  async #attempting(state: CallButtonState, tab: Window | null, getRoom: (signal: AbortSignal) => Promise<CallRoom>): Promise<void> {
    const { signal } = (this.#attempt = new AbortController());
    this.#go(state);
    try {
      await this.#loadWords();
      const room = await getRoom(signal);
      if (!signal.aborted) await this.#open(room, tab, signal);
    } catch (cause) {
      if (!signal.aborted) await this.#fail(cause);
    }
    if (signal.aborted || this.state !== 'idle') tab?.close();
  }

  async #create(signal: AbortSignal): Promise<CallRoom> {
    const { backend, server } = this.#host;
    const rooms = (backend ?? (server === '' ? null : (await import('visio-core')).meetBackend(server)))?.rooms;
    if (!rooms) throw new VisioError('NO_CREDENTIALS', 'Nothing says where the call is: set a url, a server or a backend.');
    const { url, room } = await rooms.create(signal);
    if (!signal.aborted) this.#host.dispatchEvent(new VisioRoomCreatedEvent({ url, room }));
    return { url, room };
  }

  async #fail(cause: unknown): Promise<void> {
    const error = isVisioError(cause) ? cause : new VisioError('UNKNOWN', String(cause), { cause });
    const { server, open } = this.#host;
    // A tab of the Visio's own can be had without its answering to this page.
    const needsWindow = SIGN_IN.includes(error.code) || (error.code === 'BACKEND_UNREACHABLE' && (open === 'tab' || open === 'link'));
    if (needsWindow && server !== '' && this.state === 'creating') {
      const frames = await import('./sign-in-frame.js').catch(() => null);
      if (frames?.isForeign(server)) return this.#showFrame(frames);
      this.#signIn = await import('./sign-in.js').catch(() => null);
      if (this.#signIn) return this.#go('sign-in');
    }
    this.#failure = { say: (words) => words.error(error), hasWay: true };
    this.#go('failed');
  }

  async #goToSignIn(): Promise<void> {
    const { server } = this.#host;
    const popup = this.#signIn!.openSignIn(server);
    if (!popup) return this.#failWith('callButton.popupBlocked', true);
    await this.#attempting('signing-in', null, async (signal) => {
      const room = await this.#signIn!.awaitRoom(popup, server, signal);
      this.#host.dispatchEvent(new VisioRoomCreatedEvent(room));
      return room;
    });
  }

  /** Shows the Visio's own button in place of ours. */
  #showFrame({ createSignInFrame }: typeof import('./sign-in-frame.js')): void {
    const host = this.#host;
    const attempt = (this.#attempt = new AbortController());
    const take = (then: () => unknown) => {
      attempt.abort();
      then();
    };
    this.#frame = createSignInFrame({
      server: host.server,
      title: this.#say('callButton.frameTitle'),
      root: host.renderRoot as ShadowRoot,
      signal: attempt.signal,
      onClear: this.#cancel,
      onBlocked: () => take(() => this.#failWith('callButton.frameBlocked', true)),
      onRoom: (room) =>
        take(() => {
          host.dispatchEvent(new VisioRoomCreatedEvent(room));
          return this.#attempting('creating', null, async () => room);
        }),
    });
    this.#go('sign-in');
  }

  /** Shows the call where the host wants it. */
  async #open(room: CallRoom, tab: Window | null, signal: AbortSignal | null, answers = false): Promise<void> {
    this.#room = room;
    const { open } = this.#host;
    if (open === 'link' && !answers) {
      this.#go('link');
      this.#host.dispatchEvent(new VisioCallLinkEvent(room));
      return this.#host.copy ? this.#copy() : undefined;
    }
    if (open === 'tab') return this.#openTab(room, tab);
    const call = open === 'inline' ? await createCall(this.#options(room, answers)) : await this.#openPanel(room, answers);
    // Who gave up while it was fetched is not called back into it.
    if (signal?.aborted) return call?.progress === 'opened' ? call.close() : undefined;
    if (!call) return this.#go('busy');
    this.#follow(call, open === 'inline');
    if (open === 'inline') this.#tell('opened', room);
    if (this.#host.intent === 'call' && !answers) this.#startCalling(call);
  }

  #options(room: CallRoom, answers: boolean): CallOptions {
    const { displayName, lang, theme, backend, texts, languages } = this.#host;
    const intent = answers ? 'call' : this.#host.intent;
    return { room, intent, displayName, lang: lang || this.#words!.language, theme, backend, texts, languages };
  }

  async #openPanel(room: CallRoom, answers: boolean): Promise<Call | null> {
    const { openPanel } = await import('./panel/open.js');
    const open = panelOf()?.call;
    // Who answers wants this call, and one is in one call at a time.
    if (answers && open && !isSame(open.room, room)) open.close();
    return openPanel(this.#options(room, answers), this.#words!, this.#button);
  }

  #openTab({ url }: CallRoom, tab: Window | null): void {
    if (!/^https?:/i.test(url)) throw new VisioError('INVALID_ROOM_URL', 'The room has no address that a tab could show.');
    const opened = tab ?? window.open('about:blank', '_blank');
    // The browser wants a click for it: the link is one.
    if (!opened) return this.#go('link');
    opened.opener = null;
    opened.location.replace(url);
    this.#go('idle');
  }

  /** Shows what becomes of a call, and the call itself if it is to be `isHere` and not in the panel. */
  #follow(call: Call, isHere = false): void {
    this.#unlisten?.();
    this.#call = call;
    this.#room = call.room;
    const take = (progress: CallProgress) => {
      // The panel tells of its calls by itself.
      if (isHere && progress !== 'opened') this.#tell(progress, call.room);
      if (progress === 'closed') this.#ended();
      else if (this.state !== 'ringing') this.#go(progress === 'joined' ? 'in-call' : 'open');
    };
    this.#unlisten = call.listen(take);
    this.#host.expanded = isHere;
    this.#go(call.progress === 'joined' ? 'in-call' : 'open');
  }

  #ended(): void {
    this.#unlisten?.();
    this.#unlisten = this.#call = this.#room = null;
    this.#host.expanded = false;
    if (this.state === 'ringing') this.endRinging('cancelled');
    else if (this.state !== 'failed') this.#go('idle');
  }

  #tell(progress: CallProgress, room: CallRoom): void {
    this.#host.dispatchEvent(new VisioCallChangedEvent(progress, room));
  }

  /** One calls, and waits for an answer. */
  #startCalling(call: Call): void {
    const { to, ringtone, ringTimeout } = this.#host;
    const stopTone = ringtone === 'off' ? () => undefined : ring('outgoing');
    const timer = setTimeout(() => this.endRinging('missed'), ringTimeout * 1000);
    const watch = () => call.whenAnswered(() => this.endRinging('answered'));
    const unlisten = call.listen((progress) => progress === 'joined' && watch());
    const panel = panelOf();
    const calling = to === '' ? this.#say('callButton.calling') : this.#say('callButton.callingSomeone', { name: to });
    if (panel?.call === call) panel.note = calling;
    this.#endCalling = () => {
      stopTone();
      clearTimeout(timer);
      unlisten();
      if (panel?.call === call) panel.note = '';
    };
    this.#go('ringing');
    this.#host.dispatchEvent(new VisioCallRingingEvent(call.room));
    if (call.progress === 'joined') watch();
  }

  /** An outgoing call's ringing has ended. */
  endRinging(result: RingResult): void {
    if (this.state !== 'ringing' || !this.#endCalling) return;
    this.#endCalling();
    this.#endCalling = null;
    const call = this.#call;
    const room = call?.room ?? this.#room ?? this.#host.target;
    if (result === 'answered') this.#go('in-call');
    else if (result === 'cancelled') this.#go('idle');
    else this.#failWith(result === 'refused' ? 'callButton.refused' : 'callButton.missed');
    if (result !== 'answered') call?.close();
    this.#host.dispatchEvent(new VisioRingEvent(result, 'outgoing', room));
  }

  /** Someone calls. Resolves to how that ended. */
  async ring({ from = '', url, timeout }: IncomingCall): Promise<RingResult> {
    const host = this.#host;
    const room: CallRoom = url === undefined ? (this.#room ?? host.target) : { url, room: '' };
    this.stopRinging();
    const [{ ringIncoming }, words] = await Promise.all([import('./incoming/ring.js'), this.#loadWords()]);
    const incoming = (this.#incoming = ringIncoming({ from, words, theme: host.theme, isHeard: host.ringtone !== 'off', seconds: timeout ?? host.ringTimeout }));
    const result = await incoming.result;
    if (this.#incoming === incoming) this.#incoming = null;
    host.dispatchEvent(new VisioRingEvent(result, 'incoming', room));
    if (result === 'answered') await this.#open(room, null, null, true).catch((cause: unknown) => this.#fail(cause));
    return result;
  }

  /** Who called gave up. */
  stopRinging(): void {
    this.#incoming?.end('cancelled');
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#room!.url);
      this.#copied = true;
    } catch {
      // The link is there to be copied by hand.
    }
    this.#host.requestUpdate();
  }

  #showPeople(count: number | null): void {
    if (count === this.#people) return;
    this.#people = count;
    if (this.#words) this.#host.requestUpdate();
    else void this.#loadWords();
  }

  readonly #cancel = () => {
    this.#attempt?.abort();
    if (this.state === 'ringing') this.endRinging('cancelled');
    else this.#go('idle');
  };

  get #button(): HTMLElement {
    return this.#host.renderRoot.querySelector<HTMLElement>('[part=button]')!;
  }

  /** Gives the button the focus that what is beside it loses. */
  #keepFocus(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    if (root.activeElement?.closest('[part=note]')) void this.#host.updateComplete.then(() => !root.activeElement && this.#button.focus());
  }

  #failWith(key: TextKey, hasWay = false): void {
    this.#failure = { say: (words) => words.text(key), hasWay };
    this.#go('failed');
  }

  #go(state: CallButtonState): void {
    if (state !== 'sign-in') this.#frame = null;
    this.state = state;
    this.#copied = false;
    if (state === 'idle') this.#room = null;
    clearInterval(this.#ticker);
    this.#host.requestUpdate();
    this.#keepFocus();
    if (state === 'in-call') this.#ticker = setInterval(this.#tick, 1000);
    if (state === 'in-call') void this.#host.updateComplete.then(this.#tick);
  }

  /** Time passes without rendering anything, and only where someone can see it. */
  readonly #tick = () => {
    const { since } = this.#call ?? {};
    if (!since || document.hidden || !this.#host.isConnected) return;
    const time = this.#host.renderRoot.querySelector('.time');
    if (time) time.textContent = elapsed(since);
  };

  async #loadWords(): Promise<Translator> {
    const { wishes, texts, languages } = this.#host;
    const language = chooseLanguage(wishes, languages);
    const isSame = this.#asked?.language === language && this.#asked.texts === texts && this.#asked.languages === languages;
    if (this.#words && isSame) return this.#words;
    const asked = (this.#asked = { language, texts, languages });
    const words = await loadTranslator(language, { texts, languages, onTrouble: (error) => this.#host.dispatchEvent(errorOf(error)) });
    await words.loadRest();
    // Another may have been asked for meanwhile.
    if (asked !== this.#asked) return words;
    this.#words = words;
    this.#host.requestUpdate();
    return words;
  }

  /** The host's language may be another: what there are words for says them in it. */
  tellLanguage(): void {
    if (this.#words) this.#loadWords().catch(() => undefined);
  }

  #say(key: TextKey, values?: TextValues): string {
    return this.#words?.text(key, values) ?? '';
  }

  /** What the button shows now; `null` for its label alone. Links and copies are of the room that there is. */
  face(): Face | null {
    if (!this.#words) return this.state === 'creating' ? { busy: true } : null;
    const { to, url, server, expanded } = this.#host;
    return faceOf({
      state: this.state,
      say: this.#words.text,
      to,
      people: this.#people,
      copied: this.#copied,
      link: this.#room?.url ?? '',
      failure: this.#failure.say(this.#words),
      way: this.#frame ? server : this.#failure.hasWay ? url || server : '',
      inline: expanded && this.#call ? this.#call.element : undefined,
      frame: this.#frame,
      cancel: this.#cancel,
    });
  }
}

/** The page's panel, whatever copy of this code made it. */
function panelOf(): VisioCallPanel | null {
  return document.querySelector('visio-call-panel');
}
