import { Title } from '@patternfly/react-core';
import type { ReactNode } from 'react';

/** The frame of an ordinary page: title, what it is for, what can be done. */
export function Sheet({ title, lead, actions, children, wide = false }: { title: ReactNode; lead?: ReactNode; actions?: ReactNode; children: ReactNode; wide?: boolean }) {
  return (
    <section className={`fl-sheet${wide ? ' fl-sheet-wide' : ''}`}>
      <header className="fl-sheet-head">
        <div>
          <Title headingLevel="h1" size="xl">
            {title}
          </Title>
          {lead && <p className="fl-quiet">{lead}</p>}
        </div>
        {actions && <div className="fl-actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}

export function Panel({ title, actions, children, className = '' }: { title?: ReactNode; actions?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section className={`fl-panel ${className}`}>
      {(title || actions) && (
        <header className="fl-panel-head">
          {title && (
            <Title headingLevel="h2" size="md">
              {title}
            </Title>
          )}
          {actions && <div className="fl-actions">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
