import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import FlipClockCountdown from '@leenguyen/react-flip-clock-countdown';

for (const place of document.querySelectorAll('.countdown'))
  createRoot(place).render(
    createElement(FlipClockCountdown, {
      to: new Date(place.dataset.to).getTime(),
      labels: ['Ngày', 'Giờ', 'Phút', 'Giây'],
    }),
  );
