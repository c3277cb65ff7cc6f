-- CreateIndex
CREATE INDEX "Meeting_organizerId_eventId_idx" ON "Meeting"("organizerId", "eventId");
