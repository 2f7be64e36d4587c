import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import {
  Banner,
  BlockStack,
  Button,
  DropZone,
  InlineError,
  InlineStack,
  List,
  Text,
} from "@shopify/polaris";
import { useEffect, useState } from "react";

import type { CatalogSettings } from "~/catalog/catalog-settings";
import {
  SETTINGS_FILE_BYTES_MAX,
  type FileRefusal,
  type TransferAnswer,
} from "~/shops/settings-file";

import { LiveRegion } from "./live-region";
import { saveAs } from "./save-as";
import { SettingsDifference } from "./settings-difference";
import { SettingsSection } from "./settings-section";
import { useWords } from "./words";

type Reply =
  | TransferAnswer<CatalogSettings>
  | { kind: "unreadable"; fields: string[] }
  | { kind: "unreachable" };

const TOO_LARGE: Reply = { kind: "refused", refusals: [{ place: "", problem: "too_large" }] };

/** Settings as a file: out of this shop, and into it after a look at what would change. */
export function SettingsTransfer() {
  const { label } = useWords();
  const { choose, file, isBusy, reply, apply } = useTransfer();
  const isShown = reply?.kind === "difference" || reply?.kind === "changed_meanwhile";
  return (
    <>
      <SettingsSection title={label("export_settings")}>
        <Export isPrimary={!isShown} />
      </SettingsSection>
      <SettingsSection title={label("import_settings")}>
        <BlockStack gap="400">
          <Chooser file={file} onChoose={choose} />
          <LiveRegion>{reply && <Told reply={reply} />}</LiveRegion>
          {isShown && (
            <BlockStack gap="400">
              <SettingsDifference now={reply.now} next={reply.next} />
              <InlineStack>
                <Button variant="primary" loading={isBusy} onClick={() => apply(reply.token)}>
                  {label("apply_settings")}
                </Button>
              </InlineStack>
            </BlockStack>
          )}
        </BlockStack>
      </SettingsSection>
    </>
  );
}

/** The file that was chosen, and what the server says of it. */
function useTransfer() {
  const { label } = useWords();
  const shopify = useAppBridge();
  const transfer = useFetcher<Reply>();
  const [file, setFile] = useState<File | null>(null);
  const isTooLarge = file !== null && file.size > SETTINGS_FILE_BYTES_MAX;
  const reply = isTooLarge ? TOO_LARGE : transfer.state === "idle" ? transfer.data : undefined;
  useEffect(() => {
    if (reply?.kind === "applied") shopify.toast.show(label("settings_saved"));
  }, [reply, shopify, label]);
  const post = (chosen: File, fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, text] of Object.entries(fields)) form.set(name, text);
    form.set("file", chosen);
    transfer.submit(form, { method: "post", encType: "multipart/form-data" });
  };
  return {
    file,
    reply: file === null ? undefined : reply,
    isBusy: transfer.state !== "idle",
    choose: (chosen: File) => {
      setFile(chosen);
      if (chosen.size <= SETTINGS_FILE_BYTES_MAX) post(chosen, { intent: "compare" });
    },
    apply: (token: string) => {
      if (file) post(file, { intent: "apply", token });
    },
  };
}

/** What a download came to. */
type Downloaded = { kind: "file"; text: string } | { kind: "failed" };

function Export({ isPrimary }: { isPrimary: boolean }) {
  const { label, message } = useWords();
  const download = useFetcher<Downloaded>();
  const reply = download.data;
  useEffect(() => {
    if (reply?.kind === "file") {
      saveAs("pin-relay-settings.json", "application/json", reply.text);
    }
  }, [reply]);
  return (
    <BlockStack gap="400">
      <Text as="p">{message("export_settings_explained")}</Text>
      <Text as="p" tone="subdued">
        {message("export_settings_left_out")}
      </Text>
      <InlineStack>
        <Button
          loading={download.state !== "idle"}
          {...(isPrimary && { variant: "primary" })}
          onClick={() => download.load("/app/settings/file")}
        >
          {label("download_settings")}
        </Button>
      </InlineStack>
      {reply?.kind === "failed" && (
        <InlineError message={message("export_failed")} fieldID="settings-file" />
      )}
    </BlockStack>
  );
}

function Chooser({ file, onChoose }: { file: File | null; onChoose: (file: File) => void }) {
  const { label, message } = useWords();
  return (
    <BlockStack gap="200">
      <Text as="p">{message("import_settings_explained")}</Text>
      <DropZone
        label={label("settings_file")}
        accept=".json,application/json"
        allowMultiple={false}
        variableHeight
        onDrop={(_, accepted) => {
          const [first] = accepted;
          if (first) onChoose(first);
        }}
      >
        <DropZone.FileUpload actionTitle={label("choose_file")} />
      </DropZone>
      {file && (
        <Text as="p" tone="subdued" breakWord>
          {file.name}
        </Text>
      )}
    </BlockStack>
  );
}

/** What the server says of the file, where it is no difference. */
function Told({ reply }: { reply: Reply }) {
  const { message } = useWords();
  switch (reply.kind) {
    case "refused":
      return <Refused refusals={reply.refusals} />;
    case "unreadable":
      return <Banner tone="critical">{message("import_unreadable")}</Banner>;
    case "unreachable":
      return <Banner tone="critical">{message("settings_unreachable")}</Banner>;
    case "nothing_to_change":
      return <Banner tone="success">{message("import_nothing")}</Banner>;
    case "applied":
      return <Banner tone="success">{message("import_applied")}</Banner>;
    case "changed_meanwhile":
      return <Banner tone="warning">{message("import_changed_meanwhile")}</Banner>;
    case "difference":
      return null;
  }
}

function Refused({ refusals }: { refusals: readonly FileRefusal[] }) {
  const { label, message } = useWords();
  return (
    <Banner tone="critical" title={label("import_refused")}>
      <List>
        {refusals.map(({ place, problem }) => (
          <List.Item key={`${place} ${problem}`}>
            {message(`import_${problem}`, { place, kb: SETTINGS_FILE_BYTES_MAX / 1_024 })}
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}
