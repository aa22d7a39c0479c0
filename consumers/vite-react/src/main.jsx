import { StrictMode, useState, version } from 'react';
import { createRoot } from 'react-dom/client';
import { VisioMeeting } from 'visio-react';

const tokenProvider = async ({ room, displayName, signal }) => {
  const body = JSON.stringify({ room_name: room, participant_name: displayName });
  const response = await fetch('/api/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal });
  if (!response.ok) throw new Error('No token');
  const { server_url, participant_token } = await response.json();
  return { serverUrl: server_url, token: participant_token };
};

function App() {
  const [state, setState] = useState('');
  return (
    <>
      <p>
        React {version}: {state}
      </p>
      <VisioMeeting room="vite-react" displayName="Ada" tokenProvider={tokenProvider} onVisioStateChanged={({ detail }) => setState(detail.state)} />
    </>
  );
}

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
