import { Alert, AlertActionCloseButton, ClipboardCopy } from '@patternfly/react-core';

/** A secret at the one moment it can be read. */
export function Once({ title, secret, hint, onSeen }: { title: string; secret: string; hint: string; onSeen: () => void }) {
  return (
    <Alert
      isInline
      component="h3"
      variant="warning"
      title={title}
      className="fl-banner"
      actionClose={<AlertActionCloseButton aria-label="I have copied it" onClose={onSeen} />}
    >
      <p>Copy it now: it is not shown again, and nobody here can look it up.</p>
      <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel={title}>
        {secret}
      </ClipboardCopy>
      <p className="fl-quiet">{hint}</p>
    </Alert>
  );
}
