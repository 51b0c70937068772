"""What passes are made with: the frame they stand in, and tools that several of them share."""
