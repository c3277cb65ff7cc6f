-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "childNoReason" TEXT,
ADD COLUMN     "differReason" TEXT,
ADD COLUMN     "resumedOn" DATE;

-- AlterTable
ALTER TABLE "Talk" ADD COLUMN     "ownConsentById" TEXT,
ADD COLUMN     "ownConsentMethod" TEXT,
ADD COLUMN     "ownConsentOn" DATE;

-- AlterTable
ALTER TABLE "Withdrawal" ADD COLUMN     "ofScope" TEXT;

-- Written by hand

-- Recorded consents and withdrawals stand as they were given, in a case that goes on. Where consent was not given in the end nothing is kept
-- but the day and that it was not.
CREATE FUNCTION "refuseUnlessNoConsent"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM "Case" c WHERE c."id" = OLD."caseId" AND c."closeReason" = 'NO_CONSENT') THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

DROP TRIGGER "keepConsent" ON "Consent";
CREATE TRIGGER "keepConsent" BEFORE UPDATE OR DELETE ON "Consent" FOR EACH ROW WHEN (OLD."recordedAt" IS NOT NULL)
  EXECUTE FUNCTION "refuseUnlessNoConsent"();
DROP TRIGGER "keepWithdrawal" ON "Withdrawal";
CREATE TRIGGER "keepWithdrawal" BEFORE UPDATE OR DELETE ON "Withdrawal" FOR EACH ROW EXECUTE FUNCTION "refuseUnlessNoConsent"();
