-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Unit" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "principal" TEXT NOT NULL,
    "convenes" BOOLEAN NOT NULL DEFAULT false,
    "functionalMail" TEXT,
    "phone" TEXT,
    "mailDomains" TEXT[],

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mail" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "mayCall" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mail" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Channel" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "serviceUrl" TEXT NOT NULL,

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "convenerId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "ageBand" TEXT,
    "guardianOne" TEXT,
    "guardianTwo" TEXT,
    "existingSip" TEXT,
    "needNoticedOn" DATE,
    "safety" TEXT,
    "placement" TEXT,
    "placedConsentBy" TEXT,
    "placedConfirmedOn" DATE,
    "turns18On" DATE,
    "excusedGuardian" TEXT,
    "excusedRole" TEXT,
    "excusedOn" DATE,
    "excusedRefSealed" TEXT,
    "siblingId" TEXT,
    "siblingCode" TEXT,
    "previousCode" TEXT,
    "closedOn" DATE,
    "closeReason" TEXT,
    "familyInformed" BOOLEAN,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Talk" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "with" TEXT NOT NULL,
    "outcome" TEXT,
    "heldOn" DATE,
    "present" TEXT[],
    "informed" BOOLEAN NOT NULL DEFAULT false,
    "wants" TEXT[],
    "wishes" TEXT[],
    "wordsSealed" TEXT,
    "wordsMayBeShown" BOOLEAN NOT NULL DEFAULT false,
    "participation" TEXT,
    "notReached" TEXT[],
    "delivery" TEXT,
    "interpreter" TEXT,
    "interpreterHow" TEXT,
    "interpreterBookingSealed" TEXT,
    "support" TEXT[],
    "voiceKeeper" TEXT,
    "ownConsent" TEXT,
    "invitedOn" DATE,
    "reachedOn" DATE,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrintLink" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "tokenSealed" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PrintLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "givenBy" TEXT NOT NULL,
    "signedOn" DATE,
    "validFromOn" DATE,
    "validToOn" DATE,
    "validMonths" INTEGER,
    "parties" TEXT[],
    "topics" TEXT[],
    "scopes" TEXT[],
    "method" TEXT,
    "sentOn" DATE,
    "originalLocationSealed" TEXT,
    "receivedById" TEXT,
    "recordedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Withdrawal" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "givenBy" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "unitId" TEXT,
    "topic" TEXT,
    "withdrawnOn" DATE NOT NULL,
    "receivedById" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "call" INTEGER NOT NULL DEFAULT 1,
    "startAt" TIMESTAMPTZ(3),
    "endAt" TIMESTAMPTZ(3),
    "placeId" TEXT,
    "placeOral" BOOLEAN NOT NULL DEFAULT false,
    "lateReason" TEXT,
    "proposals" JSONB,
    "proposalsState" TEXT,
    "organizerId" TEXT,
    "transactionId" TEXT,
    "eventId" TEXT,
    "eventState" TEXT,
    "readId" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "childAttendance" TEXT,
    "familyAgreed" BOOLEAN NOT NULL DEFAULT false,
    "childFrom" TEXT,
    "childTo" TEXT,
    "childFollower" TEXT,
    "needOn" DATE,
    "consentOn" DATE,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participant" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "personId" TEXT,
    "mail" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "attendance" TEXT,
    "toldOn" DATE,
    "toldHow" TEXT,
    "consentCheckedOn" DATE,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "childGoalSealed" TEXT,
    "childGoalMissing" TEXT,
    "principal" TEXT,
    "ownerPersonId" TEXT,
    "followUpOn" DATE,
    "lockedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Goal" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "textSealed" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Measure" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "goalId" TEXT,
    "ordinal" INTEGER NOT NULL,
    "whatSealed" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Posting" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "caseId" TEXT,
    "measureId" TEXT,
    "personId" TEXT,
    "tenantId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "turn" TEXT NOT NULL,
    "line" JSONB,
    "notice" JSONB,
    "backTo" TEXT,
    "warned" TEXT,
    "conversationId" TEXT,
    "serviceUrl" TEXT,
    "activityId" TEXT,
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "sentHash" TEXT,
    "sendingId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Chat" (
    "personId" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "serviceUrl" TEXT NOT NULL,
    "language" TEXT,
    "greetedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Chat_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "SeenAct" (
    "key" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeenAct_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Effect" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "caseId" TEXT,
    "subjectId" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "cause" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Effect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DueItem" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "caseId" TEXT,
    "subjectId" TEXT,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "DueItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Subscription" (
    "mailbox" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "clientStateSealed" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("mailbox")
);

-- CreateTable
CREATE TABLE "Audit" (
    "seq" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "tenantId" TEXT,
    "actorId" TEXT,
    "act" TEXT NOT NULL,
    "caseId" TEXT,
    "subjectId" TEXT,
    "outcome" TEXT NOT NULL,
    "previous" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Audit_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "Person_unitId_idx" ON "Person"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Channel_unitId_key" ON "Channel"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_code_key" ON "Case"("code");

-- CreateIndex
CREATE INDEX "Case_convenerId_idx" ON "Case"("convenerId");

-- CreateIndex
CREATE UNIQUE INDEX "Talk_caseId_with_key" ON "Talk"("caseId", "with");

-- CreateIndex
CREATE INDEX "Member_caseId_idx" ON "Member"("caseId");

-- CreateIndex
CREATE INDEX "Member_personId_idx" ON "Member"("personId");

-- CreateIndex
CREATE INDEX "PrintLink_caseId_idx" ON "PrintLink"("caseId");

-- CreateIndex
CREATE INDEX "Consent_caseId_idx" ON "Consent"("caseId");

-- CreateIndex
CREATE INDEX "Withdrawal_caseId_idx" ON "Withdrawal"("caseId");

-- CreateIndex
CREATE INDEX "Meeting_caseId_idx" ON "Meeting"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_meetingId_mail_key" ON "Participant"("meetingId", "mail");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_caseId_version_key" ON "Plan"("caseId", "version");

-- CreateIndex
CREATE INDEX "Goal_planId_idx" ON "Goal"("planId");

-- CreateIndex
CREATE INDEX "Measure_planId_idx" ON "Measure"("planId");

-- CreateIndex
CREATE INDEX "Posting_caseId_idx" ON "Posting"("caseId");

-- CreateIndex
CREATE INDEX "Posting_personId_idx" ON "Posting"("personId");

-- CreateIndex
CREATE INDEX "Effect_state_idx" ON "Effect"("state");

-- CreateIndex
CREATE INDEX "Effect_caseId_idx" ON "Effect"("caseId");

-- CreateIndex
CREATE INDEX "DueItem_doneAt_dueAt_idx" ON "DueItem"("doneAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "DueItem_kind_subjectId_dueAt_key" ON "DueItem"("kind", "subjectId", "dueAt");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Talk" ADD CONSTRAINT "Talk_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrintLink" ADD CONSTRAINT "PrintLink_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Written by hand

-- The audit is append-only, and each row carries the hash of the one before it. The lock is held until the transaction ends, so
-- that rows stand in the order they were committed and a number is never skipped: a missing row shows.
CREATE FUNCTION "refuseChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE FUNCTION "chainAudit"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('Audit'));
  SELECT "seq" + 1, "hash" INTO NEW."seq", NEW."previous" FROM "Audit" ORDER BY "seq" DESC LIMIT 1;
  NEW."seq" := coalesce(NEW."seq", 1);
  NEW."previous" := coalesce(NEW."previous", '');
  NEW."hash" := encode(sha256(convert_to(array_to_string(ARRAY[
    NEW."seq"::text, to_char(NEW."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), NEW."tenantId", NEW."actorId", NEW."act",
    NEW."caseId", NEW."subjectId", NEW."outcome", NEW."previous"
  ], '|', ''), 'UTF8')), 'hex');
  RETURN NEW;
END
$$;

CREATE TRIGGER "chainAudit" BEFORE INSERT ON "Audit" FOR EACH ROW EXECUTE FUNCTION "chainAudit"();
CREATE TRIGGER "keepAudit" BEFORE UPDATE OR DELETE ON "Audit" FOR EACH ROW EXECUTE FUNCTION "refuseChange"();
CREATE TRIGGER "keepAuditWhole" BEFORE TRUNCATE ON "Audit" FOR EACH STATEMENT EXECUTE FUNCTION "refuseChange"();

-- A consent that has been recorded stands as it was given; a changed one is a new row.
CREATE TRIGGER "keepConsent" BEFORE UPDATE OR DELETE ON "Consent" FOR EACH ROW WHEN (OLD."recordedAt" IS NOT NULL)
  EXECUTE FUNCTION "refuseChange"();
CREATE TRIGGER "keepConsentWhole" BEFORE TRUNCATE ON "Consent" FOR EACH STATEMENT EXECUTE FUNCTION "refuseChange"();

CREATE TRIGGER "keepWithdrawal" BEFORE UPDATE OR DELETE ON "Withdrawal" FOR EACH ROW EXECUTE FUNCTION "refuseChange"();
CREATE TRIGGER "keepWithdrawalWhole" BEFORE TRUNCATE ON "Withdrawal" FOR EACH STATEMENT EXECUTE FUNCTION "refuseChange"();
