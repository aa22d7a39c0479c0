import { Component, CUSTOM_ELEMENTS_SCHEMA, type ElementRef, signal, VERSION, viewChild } from '@angular/core';
import type { TokenProvider } from 'visio-core';
import type { VisioJoinedEvent, VisioMeeting, VisioStateChangedEvent } from 'visio-element';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <p>Angular {{ version }}: {{ state() }}, {{ joined() }}</p>
    <visio-meeting
      #meeting
      room="angular"
      [displayName]="name"
      [tokenProvider]="tokenProvider"
      (visio-state-changed)="onStateChanged($event)"
      (visio-joined)="onJoined($event)"
    ></visio-meeting>
  `,
})
export class App {
  readonly version = VERSION.major;
  readonly name = 'Ada';
  readonly meeting = viewChild.required<ElementRef<VisioMeeting>>('meeting');
  readonly state = signal('');
  readonly joined = signal('');

  readonly tokenProvider: TokenProvider = async ({ room, displayName, signal }) => {
    const body = JSON.stringify({ room_name: room, participant_name: displayName });
    const response = await fetch('/api/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal });
    if (!response.ok) throw new Error('No token');
    const { server_url, participant_token } = await response.json();
    return { serverUrl: server_url, token: participant_token };
  };

  onStateChanged({ detail }: VisioStateChangedEvent): void {
    this.state.set(detail.state);
  }

  onJoined({ detail }: VisioJoinedEvent): void {
    this.joined.set(`joined as ${this.meeting().nativeElement.meeting?.roster.get(detail.participantId).peek()?.name}`);
  }
}
