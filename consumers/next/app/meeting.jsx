'use client';
import { useState, version } from 'react';
import { VisioMeeting } from 'visio-react';
import { tokenProvider } from './token-provider.js';

export function Meeting(props) {
  const [state, setState] = useState('');
  return (
    <>
      <p>
        React {version}: {state}
      </p>
      <VisioMeeting {...props} tokenProvider={tokenProvider} onVisioStateChanged={({ detail }) => setState(detail.state)} />
    </>
  );
}
