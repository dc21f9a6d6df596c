import { Button, Form, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useEffect, useId, useRef, type ReactNode } from 'react';

interface Props {
  title: string;
  action: string;
  isBusy: boolean;
  isReady: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A question that needs an answer before something is done. */
export function Ask({ title, action, isBusy, isReady, onConfirm, onClose, children }: Props) {
  const id = useId();
  const answer = useRef<() => void>(undefined);
  answer.current = () => {
    if (isReady && !isBusy) onConfirm();
  };

  // In a text of several lines Enter is a line: Ctrl + Enter is the answer, wherever in the dialog the focus is.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      const dialogs = document.querySelectorAll('[role="dialog"]');
      const own = document.getElementById(id)?.closest('[role="dialog"]');
      // Of several the one on top answers.
      if (!own || own !== dialogs[dialogs.length - 1]) return;
      event.preventDefault();
      answer.current?.();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [id]);

  return (
    <Modal variant="small" isOpen onClose={onClose} aria-labelledby={`${id}-title`}>
      <ModalHeader title={title} labelId={`${id}-title`} />
      <ModalBody>
        <Form
          id={id}
          onSubmit={(event) => {
            event.preventDefault();
            answer.current?.();
          }}
        >
          {children}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form={id} isDisabled={!isReady} isLoading={isBusy}>
          {action}
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
