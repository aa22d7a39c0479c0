/** What the attributes and properties of `<visio-meeting>` mean to its meeting and to what it shows. */
import type { PropertyValues } from 'lit';
import { createMeeting, staticBackend, tokenProviderBackend, urlBackend, type Backend, type Meeting } from 'visio-core';
import { followContrast } from '../../theme/follow-contrast.js';
import { tellLanguage } from './language.js';
import type { VisioMeeting } from './meeting.js';
import type { ViewState } from './view-state.js';

/** Makes the meeting that the attributes describe. */
export function createOwnMeeting({ intent, displayName, microphone, camera, remember, assets, backgrounds, fileLimit }: VisioMeeting): Meeting {
  const isWatching = intent === 'watch';
  return createMeeting({
    displayName,
    microphone: !isWatching && microphone !== 'off',
    camera: !isWatching && camera !== 'off',
    ...(assets === '' ? {} : { assets }),
    backgrounds,
    ...(fileLimit === null ? {} : { chat: { fileLimit } }),
    storage: remember ? localStorageOrNull() : null,
    disposeWhenReleased: true,
  });
}

/** Tells a meeting of the element's own what the attributes say. */
export function tellMeeting(element: VisioMeeting, meeting: Meeting, changed?: PropertyValues<VisioMeeting>): void {
  meeting.setRoom(element.room);
  meeting.setBackend(backendOf(element));
  if (changed?.has('displayName')) meeting.setDisplayName(element.displayName);
}

/** The backend of each element's `url`, as long as that is the same: it has fetched code, and knows its server. */
const byUrl = new WeakMap<VisioMeeting, { readonly url: string; readonly backend: Backend }>();

function backendOf(element: VisioMeeting): Backend | null {
  const { backend, tokenProvider, token, serverUrl, url } = element;
  if (backend) return backend;
  if (tokenProvider) return tokenProviderBackend(tokenProvider, serverUrl);
  if (token !== '' || serverUrl !== '') return staticBackend(serverUrl, token);
  if (url === '') return null;
  if (byUrl.get(element)?.url !== url) byUrl.set(element, { url, backend: urlBackend(url) });
  return byUrl.get(element)!.backend;
}

/** Tells the elements inside, and any meeting, a host's too, what is asked for here. */
export function tellView(element: VisioMeeting, view: ViewState, meeting: Meeting | null): void {
  const { layout, intent, contributions, controls, shortcuts } = element;
  if (view.told.meeting !== meeting) view.told = { meeting, layout: 'auto' };
  if (meeting && view.told.layout !== layout) meeting.layout.setDefault((view.told.layout = layout));
  view.watching.value = intent === 'watch';
  view.hostContributions.value = contributions;
  view.controlWords.value = controls;
  view.shortcuts.value = shortcuts;
  tellLanguage(element, view);
  followContrast(element);
}

function localStorageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    // A sandboxed iframe without its own origin.
    return null;
  }
}
