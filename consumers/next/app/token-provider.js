export async function tokenProvider({ room, displayName, signal }) {
  const body = JSON.stringify({ room_name: room, participant_name: displayName });
  const response = await fetch('/api/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal });
  if (!response.ok) throw new Error('No token');
  const { server_url, participant_token } = await response.json();
  return { serverUrl: server_url, token: participant_token };
}
