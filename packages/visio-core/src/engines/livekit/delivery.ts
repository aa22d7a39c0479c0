/** What the local participant sends to others: texts, files, packets and attributes. */
import type { Room } from 'livekit-client';
import { checkPacket, checkText } from '../../engine/data.js';
import type { SendFileOptions, SendPacketOptions, SendTextOptions } from '../../engine/engine.js';
import { isVisioError, VisioError } from '../../errors/visio-error.js';
import { sendFile } from './files.js';
import type { Link } from './link.js';

export function createDelivery(room: Room, link: Link) {
  /**
   * LiveKit 2.23 says "reconnected" while its attempt still ends, and keeps what is sent meanwhile for a resumption,
   * which never comes after a restart. It has no public word for that.
   */
  async function undeferred(): Promise<void> {
    const engine = room.engine as unknown as { readonly attemptingReconnect?: boolean };
    for (let i = 0; i < 100 && engine.attemptingReconnect; i++) await new Promise((resolve) => setTimeout(resolve, 100));
  }

  /** Waits for a connection that is whole and takes what it is given. */
  async function ready(): Promise<void> {
    await link.whole();
    await undeferred();
  }

  /** Sends data, once more when the connection broke on the way. LiveKit itself brings what it took over a short break. */
  async function deliver(send: () => Promise<void>): Promise<void> {
    await ready();
    try {
      await send();
    } catch (cause) {
      if (isVisioError(cause)) throw cause;
      if (link.isBroken) return deliver(send);
      throw new VisioError('PUBLISH_FAILED', 'The server did not take the data.', { cause });
    }
  }

  /** For LiveKit an empty list means everyone. */
  const isForNobody = (to?: readonly string[]) => to?.length === 0;

  return {
    async sendText(topic: string, text: string, { id = crypto.randomUUID(), to, attributes, attachments }: SendTextOptions = {}): Promise<string> {
      checkText(text);
      if (isForNobody(to)) return id;
      await deliver(async () => {
        // Not `sendText`: there LiveKit chooses the id.
        const writer = await room.localParticipant.streamText({
          topic,
          streamId: id,
          ...(to && { destinationIdentities: [...to] }),
          ...(attributes && { attributes }),
          ...(attachments && { attachedStreamIds: [...attachments] }),
        });
        await writer.write(text);
        await writer.close();
      });
      return id;
    },

    async setAttributes(attributes: Readonly<Record<string, string>>): Promise<void> {
      await link.whole();
      try {
        await room.localParticipant.setAttributes({ ...attributes });
      } catch (cause) {
        if (link.isBroken) return this.setAttributes(attributes);
        throw room.localParticipant.permissions?.canUpdateMetadata
          ? new VisioError('REQUEST_FAILED', 'The server did not take the attributes.', { cause })
          : new VisioError('NOT_ALLOWED', 'This participant may not set attributes.', { cause });
      }
    },

    async sendFile(topic: string, file: Blob, options: SendFileOptions = {}): Promise<string> {
      const { id = crypto.randomUUID(), to } = options;
      if (isForNobody(to)) return id;
      await sendFile(room, ready, deliver, topic, file, { ...options, id });
      return id;
    },

    async sendPacket(payload: Uint8Array, { topic, to }: SendPacketOptions = {}): Promise<void> {
      checkPacket(payload);
      if (isForNobody(to)) return;
      await deliver(() =>
        room.localParticipant.publishData(new Uint8Array(payload), {
          reliable: true,
          ...(topic && { topic }),
          ...(to && { destinationIdentities: [...to] }),
        }),
      );
    },
  };
}
