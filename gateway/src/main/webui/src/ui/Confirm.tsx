import { Button, Form, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useId, type ReactNode } from 'react';

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
  return (
    <Modal variant="small" isOpen onClose={onClose} aria-labelledby={`${id}-title`}>
      <ModalHeader title={title} labelId={`${id}-title`} />
      <ModalBody>
        <Form
          id={id}
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady && !isBusy) onConfirm();
          }}
          onKeyDown={(event) => {
            // In a text of several lines Enter is a line: Ctrl + Enter is the answer.
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isReady && !isBusy) onConfirm();
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
