import { VisioError, type DeviceUse } from '../errors/visio-error.js';

/** Chromium's; the standard's name for it, `permissionsPolicy`, is in no browser yet. */
interface FeaturePolicy {
  allowsFeature(feature: string): boolean;
}

/**
 * What a refusal means in a frame. A browser rejects alike when the person refuses, and when the page around gives the
 * frame no right to ask them (Permissions Policy, W3C): the second is `DEVICE_BLOCKED`, with the address of the page in a tab.
 */
export async function explainInFrame(error: VisioError, device: DeviceUse): Promise<VisioError> {
  if (!(await isWithheld(device))) return error;
  const { href } = globalThis.location;
  return new VisioError('DEVICE_BLOCKED', `The page that frames this one does not let it use the ${device}: its <iframe> lacks allow="camera; microphone; display-capture".`, {
    cause: error.cause,
    device,
    // A frame may have no address that a tab could open (`about:srcdoc`).
    ...(/^https?:/.test(href) ? { url: href } : {}),
  });
}

async function isWithheld(device: DeviceUse): Promise<boolean> {
  const { featurePolicy } = globalThis.document as Document & { featurePolicy?: FeaturePolicy };
  if (featurePolicy) return !featurePolicy.allowsFeature(device === 'screen' ? 'display-capture' : device);
  if (device === 'screen') return false;
  // Elsewhere the permission is "denied" in both cases. But where the person refused, the browser still lists what is connected
  // (without names), and what the frame may not ask for it does not list; with nothing connected it would not have said "refused".
  const kind = device === 'microphone' ? 'audioinput' : 'videoinput';
  const devices = await navigator.mediaDevices.enumerateDevices();
  return !devices.some((each) => each.kind === kind);
}
