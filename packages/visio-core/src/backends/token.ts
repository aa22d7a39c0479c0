/** What a JWT says. Nobody has checked it here: the server does. */
export function readToken(token: string): Readonly<Record<string, unknown>> {
  try {
    const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    return { ...(JSON.parse(atob(payload)) as object) };
  } catch {
    return {};
  }
}

/** Whether LiveKit lets the holder of this token moderate the room. */
export function isRoomAdmin(token: string): boolean {
  const { video } = readToken(token);
  return (video as { roomAdmin?: unknown } | null | undefined)?.roomAdmin === true;
}
